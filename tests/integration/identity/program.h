// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapters/http/loopbacklistener.h"
#include "core/adapters/http/networkhttptransport.h"
#include "core/adapters/settings/filesettingsstore.h"
#include "tests/support/formbrowser.h"
#include "tests/support/identityfixture.h"

// A program of the user's with the real network, loopback and settings file; only the keychain is in memory.
struct Program {
    Program(const core::ProviderProfile &profile, const QString &settingsFile, FakeSecretStore &keychain,
            const core::Clock &time)
        : settings(settingsFile)
        , accounts({http, keychain, signatures, listeners, settings, time, soon, &signer}, {profile})
    {
        browser.answers = {{QStringLiteral("login"), QStringLiteral("alice")},
                           {QStringLiteral("password"), QStringLiteral("sandbox")}};
    }

    core::Result<core::Account> signIn(const core::Accounts::SignInOptions &options = {})
    {
        return IdentityFixture::answerOf(accounts.signIn(QStringLiteral("sandbox"), options, browser, {}));
    }
    // A person with a browser elsewhere does what the prompt says.
    core::Result<core::Account> signInElsewhere(bool typesTheCode)
    {
        const auto show = [this, typesTheCode](const core::DevicePrompt &prompt) {
            browser.answers[QStringLiteral("user_code")] = prompt.userCode;
            browser.open(typesTheCode ? prompt.verificationUri : prompt.completeUri, {});
        };
        return IdentityFixture::answerOf(accounts.signInWithDevice(QStringLiteral("sandbox"), {}, show, {}));
    }
    core::Result<core::Secret> token() { return IdentityFixture::answerOf(accounts.tokens().accessToken({})); }

    core::NetworkHttpTransport http;
    // The provider's pace is for people.
    static void soon(std::chrono::milliseconds, QObject *context, std::function<void()> handler)
    {
        core::afterTimer(std::chrono::milliseconds(20), context, std::move(handler));
    }

    core::OpenSslSignatureVerifier signatures;
    core::OpenSslJwtSigner signer;
    core::LoopbackListenerFactory listeners;
    core::FileSettingsStore settings;
    core::Accounts accounts;
    FormBrowser browser;
};

// The real time, moved forward.
class ShiftedClock final : public core::Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return QDateTime::currentDateTimeUtc().addSecs(shift); }
    int shift = 0;
};
