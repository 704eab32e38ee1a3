// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapters/crypto/openssljwtsigner.h"
#include "core/adapters/crypto/opensslsignatureverifier.h"
#include "core/adapters/http/loopbacklistener.h"
#include "core/adapters/http/networkhttptransport.h"
#include "core/identity/accounts.h"
#include "tests/support/fakeredirect.h"
#include "tests/support/fakesecretstore.h"
#include "tests/support/fakesettingsstore.h"
#include "tests/support/formbrowser.h"
#include "tests/support/loopbackprovider.h"
#include "tests/support/manualclock.h"

#include <QEventLoop>
#include <QTest>
#include <QTimer>

#include <functional>

// A whole client (transport, listener, verifier as in the programs) and a provider on real sockets that a case turns
// hostile in one way.
class Adversary
{
public:
    Adversary();

    void start(); // a program that starts: what it keeps is in `secrets` and `settings`
    core::Result<core::Account> signIn(const core::Accounts::SignInOptions &options = {});
    core::Result<core::Secret> token();
    void staleToken() { clock.time = clock.time.addSecs(590); }
    // Whatever was under way has reached the provider when this returns: the events of both ends are done, and a
    // request made after all others has come back.
    void barrier();

    // What is wrong with how a sign-in was refused; empty when it was right: this code, a detail that begins so, no
    // token to be had, nobody signed in, nothing ever written to the keychain, no endpoint asked after `last`.
    [[nodiscard]] QString faultOf(const core::Result<core::Account> &outcome, core::ErrorCode code,
                                  const QString &detail, const QString &last);
    // The same of a session that was good until then: no new token, nothing written, nothing asked after the token
    // endpoint but keys.
    [[nodiscard]] QString faultOfRefresh(core::ErrorCode code, const QString &detail);

    template<typename T>
    static core::Result<T> answerOf(const core::Async<T> &future);

    ManualClock clock;
    core::SecretStore *keychain = nullptr; // in place of `secrets`, which it then is to fill
    LoopbackProvider op{clock};
    FakeProvider &provider = op.provider;
    FakeSecretStore secrets;
    int writes = 0; // to the keychain
    FakeSettingsStore settings;
    core::NetworkHttpTransport http;
    core::LoopbackListenerFactory listeners;
    core::OpenSslSignatureVerifier signatures;
    core::OpenSslJwtSigner signer;
    FormBrowser browser;
    core::Browser *shown = &browser;
    core::ProviderProfile profile;
    std::unique_ptr<core::Accounts> accounts;
};

// One way to be hostile, and what has to come of it.
struct Hostility {
    std::function<void(Adversary &)> change;
    core::ErrorCode code = core::ErrorCode::SignInRefused;
    QString detail = {}; // how it begins
    QString last = {}; // the last endpoint that may be asked
};
Q_DECLARE_METATYPE(Hostility)

// Signs in and fails the test when the refusal is not a clean one.
void refusesCleanly(const Hostility &hostility);

template<typename T>
core::Result<T> Adversary::answerOf(const core::Async<T> &future)
{
    core::Result<T> answer = core::fail(core::ErrorCode::Timeout, QStringLiteral("the test waited in vain"));
    QEventLoop loop; // not qWaitFor(): that one sleeps between two looks
    QObject context;
    QTimer::singleShot(20'000, &loop, &QEventLoop::quit);
    core::whenDone(future, &context, [&](const core::Result<T> &given) {
        answer = given;
        loop.quit();
    });
    loop.exec();
    return answer;
}
