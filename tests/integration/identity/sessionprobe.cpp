// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/crypto/opensslsignatureverifier.h"
#include "core/adapters/http/loopbacklistener.h"
#include "core/adapters/http/networkhttptransport.h"
#include "core/adapters/keychain/keychainsecretstore.h"
#include "core/adapters/lock/filerefreshlocks.h"
#include "core/adapters/settings/filesettingsstore.h"
#include "core/identity/accounts.h"
#include "tests/support/formbrowser.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QTimer>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace {

void say(const QByteArray &line)
{
    std::printf("%s\n", line.constData());
    std::fflush(stdout);
}

// The real network, with a count of what went to the token endpoint.
class CountingHttp final : public core::HttpTransport
{
public:
    core::Async<core::HttpResponse> send(const core::HttpRequest &request, std::stop_token stop) override
    {
        if (request.method == "POST" && request.url.path() == "/token"_L1)
            ++tokenRequests;
        return m_http.send(request, stop);
    }
    int tokenRequests = 0;

private:
    core::NetworkHttpTransport m_http;
};

} // namespace

// One program of the user's, over the real keychain: `sign-in PROFILE` as alice; `token PROFILE`, which waits for a
// line of standard input, restores the session and says what it got (a hash); `hold PROFILE` takes the account's lock
// and keeps it.
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const auto profile = core::readProfile(arguments.value(2));
    if (!profile)
        return 2;
    CountingHttp http;
    core::KeychainSecretStore keychain(u"LecternTest"_s);
    core::OpenSslSignatureVerifier signatures;
    core::LoopbackListenerFactory listeners;
    core::FileSettingsStore settings;
    core::FileRefreshLocks locks;
    const core::SystemClock clock;
    core::Accounts accounts({http, keychain, signatures, listeners, settings, clock, core::afterTimer, nullptr, &locks},
                            {*profile});

    if (arguments.value(1) == "sign-in"_L1) {
        FormBrowser browser;
        browser.answers = {{u"login"_s, u"alice"_s}, {u"password"_s, u"sandbox"_s}};
        core::whenDone(accounts.signIn(profile->id, {}, browser, {}), &accounts,
                       [](const core::Result<core::Account> &account) {
                           say(account && account->kept ? "kept yes" : "kept no");
                           QCoreApplication::exit(account ? 0 : 1);
                       });
        return QCoreApplication::exec();
    }
    if (arguments.value(1) == "hold"_L1) {
        const auto held = locks.tryTake(accounts.known().back().id);
        say(held && *held ? "ready" : "taken");
        return QCoreApplication::exec();
    }
    QObject::connect(&accounts, &core::Accounts::expired, &accounts, [] { say("expired yes"); });
    QTimer::singleShot(0, &accounts, [&] {
        say("ready");
        (void)std::getc(stdin);
        accounts.restore();
        core::whenDone(accounts.tokens().accessToken({}), &accounts, [&](const core::Result<core::Secret> &token) {
            say("token "
                + (token ? QCryptographicHash::hash(token->reveal(), QCryptographicHash::Sha256).toHex()
                         : token.error().detail.toUtf8()));
            say("requests " + QByteArray::number(http.tokenRequests));
            QTimer::singleShot(300, qApp, [token] { QCoreApplication::exit(token ? 0 : 1); }); // what is written behind
        });
    });
    return QCoreApplication::exec();
}
