// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/signinattempt.h"

#include "core/base/logging.h"
#include "core/identity/tokenrequest.h"

#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace core {

SignInAttempt::SignInAttempt(Provider &provider, RedirectListenerFactory &listeners, Browser &browser, Options options,
                             Secret clientSecret, QObject *parent)
    : QObject(parent)
    , m_provider(provider)
    , m_listeners(listeners)
    , m_browser(&browser)
    , m_options(std::move(options))
    , m_clientSecret(std::move(clientSecret))
{
}

SignInAttempt::~SignInAttempt()
{
    m_ownStop.request_stop();
    closePage();
}

Async<SignedIn> SignInAttempt::run(const std::stop_token &stop)
{
    m_onStop.watch(stop, this, [this] { cancel(); });
    connect(m_browser, &QObject::destroyed, this,
            [this] { finish(fail(ErrorCode::Cancelled, u"the window was closed"_s)); });
    connect(m_browser, &Browser::abandoned, this,
            [this] { finish(fail(ErrorCode::Cancelled, u"the page was closed"_s)); });
    QTimer::singleShot(m_options.timeout, this, [this] {
        const auto silent = m_provider.awaited(m_ownStop.get_token());
        finish(tl::make_unexpected(silent ? silenceOf(*silent) : pageSilence()));
    });
    whenDone(m_provider.metadata(m_ownStop.get_token()), this,
             [this](const Result<ProviderMetadata> &metadata) { discovered(metadata); });
    return m_answer.future();
}

void SignInAttempt::cancel()
{
    finish(fail(ErrorCode::Cancelled));
}

void SignInAttempt::discovered(const Result<ProviderMetadata> &metadata)
{
    if (m_answer.isGiven())
        return;
    if (!metadata)
        return refuse(metadata.error());
    m_metadata = *metadata;
    const auto &redirect = m_provider.profile().redirect;
    const QString path = redirect.path.isEmpty() ? u'/' + QString::fromLatin1(randomToken(18)) : redirect.path;
    auto listener = m_listeners.listen(redirect, path);
    if (!listener)
        return refuse(listener.error());
    m_listener = *std::move(listener);
    showPage();
}

void SignInAttempt::showPage()
{
    if (!m_browser) {
        finish(fail(ErrorCode::Cancelled, u"the window was closed"_s));
        return;
    }
    m_attempt.state = QString::fromLatin1(randomToken());
    m_attempt.nonce = QString::fromLatin1(randomToken());
    m_attempt.pkce = makePkce();
    m_attempt.redirect = m_listener->redirectUri();
    m_attempt.organization = m_options.organization;
    m_attempt.loginHint = m_options.loginHint;
    m_attempt.prompt =
        m_options.chooseAccount ? promptForAnotherAccount(m_provider.profile(), m_metadata) : m_options.prompt;
    m_attempt.formPost = m_options.formPost && m_metadata.responseModes.contains("form_post"_L1);
    m_said = {};
    for (const QString &said : {m_attempt.state, m_attempt.nonce})
        m_said.add(Secret(said.toLatin1()));
    m_said.add(m_attempt.pkce.verifier);
    m_said.add(m_clientSecret);
    // Listening before the page is shown: an answer can come at once.
    const ProviderProfile &profile = m_provider.profile();
    whenDone(m_listener->response({m_attempt.state, asksForForm(profile, m_attempt)}, m_ownStop.get_token()), this,
             [this](const Result<AuthorizationResponse> &response) { answered(response); });
    if (!isPushed(profile, m_metadata))
        return openPage(authorizationUrl(profile, m_metadata, m_attempt));
    whenDone(m_provider.pushAuthorization(authorizationParameters(profile, m_attempt), m_clientSecret,
                                          m_ownStop.get_token()),
             this, [this](const Result<QString> &requestUri) {
                 if (!requestUri)
                     return refuse(requestUri.error());
                 openPage(pushedAuthorizationUrl(m_provider.profile(), m_metadata, *requestUri));
             });
}

void SignInAttempt::openPage(const QUrl &start)
{
    if (m_answer.isGiven() || !m_browser)
        return;
    qCInfo(lcIdentity) << "showing the sign-in page of" << m_provider.profile().id;
    m_pageIsOpen = true;
    m_browser->open(start, m_attempt.redirect);
}

void SignInAttempt::answered(const Result<AuthorizationResponse> &response)
{
    if (m_answer.isGiven())
        return;
    m_wasBrowsed = m_browser && m_browser->keepsSession();
    closePage();
    if (!response)
        return refuse(response.error());
    m_said.add(Secret(response->value(u"code"_s).toUtf8()));
    const auto code = codeIn(*response, m_metadata, m_attempt);
    if (!code)
        return refuse(code.error());
    IdTokenExpectation expected;
    expected.issuer = m_metadata.issuer;
    expected.clientId = m_provider.profile().clientId;
    expected.nonce = m_attempt.nonce;
    bool hasMaxAge = false;
    const qint64 maxAge = m_provider.profile().authorizeParameters.value(u"max_age"_s).toLongLong(&hasMaxAge);
    if (hasMaxAge)
        expected.maxAge = maxAge;
    const auto grant = codeExchange(m_provider.profile(), *code, m_attempt.redirect, m_attempt.pkce.verifier);
    whenDone(m_provider.redeem(grant, m_clientSecret, expected, m_ownStop.get_token()), this,
             [this](const Result<Provider::Redeemed> &outcome) { redeemed(outcome); });
}

void SignInAttempt::redeemed(const Result<Provider::Redeemed> &redeemed)
{
    if (m_answer.isGiven())
        return;
    if (!redeemed) {
        Error error = redeemed.error();
        // invalid_grant means "ask the user" only where there was a session.
        if (error.code == ErrorCode::SignInNeeded)
            error.code = ErrorCode::SignInRefused;
        return refuse(error);
    }
    whenDone(concludeSignIn(m_provider, *redeemed, m_options.organization, m_clientSecret, m_ownStop.get_token()), this,
             [this](Result<SignedIn> signedIn) { conclude(std::move(signedIn)); });
}

void SignInAttempt::conclude(Result<SignedIn> signedIn)
{
    if (signedIn) {
        signedIn->nonce = m_attempt.nonce;
        signedIn->account.browsed = m_wasBrowsed;
    } else {
        return refuse(signedIn.error());
    }
    finish(std::move(signedIn));
}

void SignInAttempt::refuse(const Error &error)
{
    finish(tl::make_unexpected(m_said.takenOutOf(error)));
}

void SignInAttempt::finish(Result<SignedIn> outcome)
{
    if (m_answer.isGiven())
        return;
    if (!outcome)
        qCInfo(lcIdentity) << "sign-in ended with error" << static_cast<int>(outcome.error().code);
    m_answer.give(std::move(outcome));
    m_onStop.forget();
    m_ownStop.request_stop();
    closePage();
}

void SignInAttempt::closePage()
{
    if (std::exchange(m_pageIsOpen, false) && m_browser)
        m_browser->close();
}

} // namespace core
