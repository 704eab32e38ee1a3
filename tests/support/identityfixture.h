// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapters/crypto/openssljwtsigner.h"
#include "core/adapters/crypto/opensslsignatureverifier.h"
#include "core/identity/accounts.h"
#include "core/identity/refresh.h"
#include "tests/support/fakeprovider.h"
#include "tests/support/fakeredirect.h"
#include "tests/support/fakesecretstore.h"
#include "tests/support/fakesettingsstore.h"
#include "tests/support/manualclock.h"

#include <QEventLoop>
#include <QTest>
#include <QTimer>

// Accounts over a provider, a keychain and a browser that the test holds in its hands. Signatures are checked for real.
struct IdentityFixture {
    IdentityFixture()
    {
        browser.onOpen = [this](const QUrl &start) { listeners.deliver(provider.authorize(start)); };
        profile.id = QStringLiteral("acme");
        profile.issuer = provider.issuer;
        profile.clientId = provider.clientId;
        profile.scopes = {QStringLiteral("openid"), QStringLiteral("offline_access")};
    }

    // A program that starts: what it keeps is in `secrets` and `settings`.
    void start()
    {
        accounts.reset();
        accounts =
            std::make_unique<core::Accounts>(core::IdentityPorts{provider, secrets, signatures, listeners, settings,
                                                                 clock, after, &signer, locks, network},
                                             std::vector{profile});
    }

    core::Result<core::Account> signIn(const core::Accounts::SignInOptions &options = {})
    {
        if (!accounts)
            start();
        return answerOf(accounts->signIn(profile.id, options, browser, {}));
    }

    template<typename T>
    static core::Result<T> answerOf(const core::Async<T> &future)
    {
        QEventLoop loop; // not qWaitFor(): that one sleeps between two looks
        QFutureWatcher<core::Result<T>> watcher;
        QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
        QTimer::singleShot(10'000, &loop, &QEventLoop::quit);
        watcher.setFuture(future);
        if (!future.isFinished())
            loop.exec();
        if (!future.isFinished())
            return core::fail(core::ErrorCode::Timeout, QStringLiteral("the test waited in vain"));
        return future.resultCount() > 0 ? future.result() : core::Result<T>(core::fail(core::ErrorCode::Cancelled));
    }

    core::Result<core::Secret> token() { return answerOf(accounts->tokens().accessToken({})); }

    // The refresh token that the keychain holds of an account; empty: none.
    core::Secret keptToken(const QString &account) const
    {
        const auto stored = core::decodeSession(secrets.entries.value(core::sessionKey(account)));
        return stored ? stored->refreshToken : core::Secret();
    }

    ManualClock clock;
    core::After after = core::afterTimer;
    FakeProvider provider{clock};
    FakeSecretStore secrets;
    FakeSettingsStore settings;
    FakeListenerFactory listeners;
    FakeBrowser browser;
    core::OpenSslSignatureVerifier signatures;
    core::OpenSslJwtSigner signer;
    core::RefreshLocks *locks = nullptr; // shared by the programs of a test that has several
    core::Reachability *network = nullptr;
    core::ProviderProfile profile;
    std::unique_ptr<core::Accounts> accounts;
};
