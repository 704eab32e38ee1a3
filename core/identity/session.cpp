// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/session.h"

#include "core/base/logging.h"
#include "core/identity/claims.h"
#include "core/identity/roles.h"
#include "core/identity/stoppable.h"
#include "core/identity/tokenrequest.h"

#include <QTimer>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core {

Async<Secret> readClientSecret(const ProviderProfile &profile, SecretStore &secrets)
{
    if (profile.clientAuthentication == "none"_L1)
        return ready<Secret>(Secret());
    return secrets.read(clientSecretKey(profile));
}

Session::Session(Provider &provider, SecretStore &secrets, const Clock &clock, Account account, Secret refreshToken,
                 QObject *parent)
    : QObject(parent)
    , m_provider(provider)
    , m_secrets(secrets)
    , m_clock(clock)
    , m_account(std::move(account))
    , m_refreshToken(std::move(refreshToken))
{
}

void Session::begin(const TokenResponse &tokens, const QString &nonce)
{
    m_nonce = nonce;
    m_refreshToken = tokens.refreshToken;
    apply(tokens);
}

void Session::setKept(bool kept)
{
    if (std::exchange(m_account.kept, kept) != kept)
        emit changed();
}

void Session::apply(const TokenResponse &tokens)
{
    m_accessToken = tokens.accessToken;
    if (!tokens.idToken.isEmpty())
        m_idToken = tokens.idToken;
    if (tokens.scopes)
        m_account.scopes = *tokens.scopes;
    m_account.expiresAt = {};
    m_refreshAt = {};
    if (tokens.lifetime) {
        const qint64 seconds = tokens.lifetime->count();
        m_account.expiresAt = m_clock.now().addSecs(seconds);
        // A minute ahead; less for tokens so short that every one of them would be stale at once.
        m_refreshAt = m_account.expiresAt.addSecs(-std::min<qint64>(60, seconds / 4));
    }
}

bool Session::isFresh() const
{
    return !m_accessToken.isEmpty() && (!m_refreshAt.isValid() || m_clock.now() < m_refreshAt);
}

void Session::rejected(const Secret &token)
{
    if (token == m_accessToken) // a late 401 to an older token says nothing about this one
        m_accessToken = {};
}

Async<Secret> Session::accessToken(std::stop_token stop)
{
    if (isFresh())
        return ready<Secret>(m_accessToken);
    if (!m_refreshing) {
        m_refreshing.emplace();
        const auto shared = m_refreshing->future();
        refresh();
        return stoppable(shared, this, stop);
    }
    return stoppable(m_refreshing->future(), this, stop);
}

void Session::refresh()
{
    m_tries = 0;
    m_lookedForNewer = false;
    if (!m_account.kept && m_refreshToken.isEmpty())
        return end({ErrorCode::SignInNeeded, u"the provider gave no refresh token"_s});
    whenDone(readClientSecret(m_provider.profile(), m_secrets), this, [this](const Result<Secret> &clientSecret) {
        if (!clientSecret)
            return finish(tl::make_unexpected(clientSecret.error()));
        m_clientSecret = *clientSecret;
        if (!m_account.kept)
            return send(m_refreshToken);
        // Another program of this user may have rotated it: the keychain's word is newer than ours.
        whenDone(m_secrets.read(keyOf(m_account.id)), this, [this](const Result<Secret> &stored) {
            if (stored)
                m_refreshToken = *stored;
            else if (stored.error().code == ErrorCode::NotFound)
                return end({ErrorCode::SignInNeeded, u"signed out elsewhere"_s});
            if (m_refreshToken.isEmpty())
                return finish(tl::make_unexpected(stored.error()));
            send(m_refreshToken);
        });
    });
}

void Session::send(const Secret &refreshToken)
{
    IdTokenExpectation expected;
    expected.issuer = m_account.issuer;
    expected.clientId = m_provider.profile().clientId;
    expected.nonce = m_nonce;
    expected.refreshed = true;
    expected.subject = m_account.subject;
    ++m_tries;
    whenDone(m_provider.redeem(refreshGrant(m_provider.profile(), refreshToken), m_clientSecret, expected, {}), this,
             [this, refreshToken](const Result<Provider::Redeemed> &outcome) { refreshed(refreshToken, outcome); });
}

void Session::refreshed(const Secret &used, const Result<Provider::Redeemed> &outcome)
{
    if (outcome)
        return store(*outcome);
    switch (outcome.error().code) {
    case ErrorCode::Network:
    case ErrorCode::Timeout:
        return sendAgainOr(used, outcome.error());
    case ErrorCode::SignInNeeded:
        return lookForNewerToken(used, outcome.error());
    default:
        return finish(tl::make_unexpected(outcome.error()));
    }
}

void Session::sendAgainOr(const Secret &used, const Error &error)
{
    // The provider may have rotated the token and only its answer was lost; inside its grace time the old one still
    // counts.
    if (m_tries > m_retryDelays.size())
        return finish(tl::make_unexpected(error));
    qCInfo(lcIdentity) << "no answer to a refresh, sending the same token again";
    QTimer::singleShot(m_retryDelays.at(m_tries - 1), this, [this, used] { send(used); });
}

void Session::lookForNewerToken(const Secret &used, const Error &error)
{
    if (!m_account.kept || std::exchange(m_lookedForNewer, true))
        return end(error);
    whenDone(m_secrets.read(keyOf(m_account.id)), this, [this, used, error](const Result<Secret> &stored) {
        if (!stored || *stored == used)
            return end(error);
        m_refreshToken = *stored;
        send(*stored);
    });
}

void Session::store(const Provider::Redeemed &redeemed)
{
    const auto use = [this, redeemed] {
        apply(redeemed.tokens);
        whenDone(m_provider.accessClaims(redeemed.tokens, m_account.subject, m_clientSecret, {}), this,
                 [this, idClaims = redeemed.idClaims](const Result<QJsonObject> &accessClaims) {
                     if (!accessClaims && accessClaims.error().code == ErrorCode::SignInRefused) {
                         m_accessToken = {};
                         return finish(tl::make_unexpected(accessClaims.error()));
                     }
                     if (accessClaims) // introspection failed: what was known of the roles stays
                         applyClaims(idClaims, *accessClaims);
                     else
                         emit changed();
                     finish(m_accessToken);
                 });
    };
    const bool isRotated = !redeemed.tokens.refreshToken.isEmpty() && redeemed.tokens.refreshToken != m_refreshToken;
    if (isRotated)
        m_refreshToken = redeemed.tokens.refreshToken;
    if (!isRotated || !m_account.kept)
        return use();
    // Written before the access token is handed out: a crash in between must not leave a used-up token behind.
    whenDone(m_secrets.write(keyOf(m_account.id), m_refreshToken), this, [this, use](const Result<> &written) {
        if (!written) {
            qCWarning(lcIdentity) << "the rotated token could not be kept:" << written.error().detail;
            m_account.kept = false;
        }
        use();
    });
}

void Session::applyClaims(const QJsonObject &idClaims, const QJsonObject &accessClaims)
{
    // Without any of the role claims nothing new is known about roles: what signing in said stays.
    if (const auto roles = rolesFrom(m_provider.profile().roles, {idClaims, accessClaims}))
        m_account.roles = *roles;
    if (m_provider.profile().introspect && accessClaims.contains("scope"_L1))
        m_account.scopes = wordsOf(accessClaims.value("scope"_L1));
    emit changed();
}

void Session::finish(Result<Secret> outcome)
{
    const auto answer = *std::exchange(m_refreshing, std::nullopt);
    answer.give(std::move(outcome));
}

void Session::end(const Error &error)
{
    qCInfo(lcIdentity) << "the session has ended";
    m_accessToken = {};
    m_refreshToken = {};
    finish(tl::make_unexpected(error));
    emit ended();
}

} // namespace core
