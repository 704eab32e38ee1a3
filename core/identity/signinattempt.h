// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/answer.h"
#include "core/base/onstop.h"
#include "core/identity/authorization.h"
#include "core/identity/browser.h"
#include "core/identity/redirectlistener.h"
#include "core/identity/signedin.h"

#include <QObject>
#include <QPointer>

#include <chrono>
#include <memory>

namespace core {

// One attempt to sign in, from discovery to an account whose every claim was checked. Makes a listener, opens the
// browser, and closes both whatever happens. Starts when run() is called, and is used once.
class SignInAttempt : public QObject
{
    Q_OBJECT

public:
    struct Options {
        QString organization;
        QString loginHint;
        bool formPost = true; // where the provider offers it
        std::chrono::milliseconds timeout{300'000};
        QString prompt = {}; // "none": no page may ask the user anything
        bool chooseAccount = false; // the provider asks which one, although it knows somebody
    };

    SignInAttempt(Provider &provider, RedirectListenerFactory &listeners, Browser &browser, Options options,
                  Secret clientSecret, QObject *parent = nullptr);
    ~SignInAttempt() override;

    [[nodiscard]] Async<SignedIn> run(const std::stop_token &stop);
    void cancel();

private:
    void discovered(const Result<ProviderMetadata> &metadata);
    void showPage();
    void openPage(const QUrl &start);
    void answered(const Result<AuthorizationResponse> &response);
    void redeemed(const Result<Provider::Redeemed> &redeemed);
    void conclude(Result<SignedIn> signedIn);
    void finish(Result<SignedIn> outcome);
    void refuse(const Error &error);
    void closePage();

    Provider &m_provider;
    RedirectListenerFactory &m_listeners;
    QPointer<Browser> m_browser; // may go before the attempt does: the window was closed
    Options m_options;
    Secret m_clientSecret;
    Answer<SignedIn> m_answer;
    AuthorizationAttempt m_attempt;
    SentSecrets m_said; // in it, and in the answer: what no error may repeat
    ProviderMetadata m_metadata;
    std::unique_ptr<RedirectListener> m_listener;
    std::stop_source m_ownStop; // stops what is under way when the attempt ends early
    bool m_pageIsOpen = false;
    bool m_wasBrowsed = false; // in a browser that has a session of its own now
    OnStop m_onStop;
};

} // namespace core
