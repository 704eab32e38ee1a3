// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/session.h"

#include "core/base/logging.h"
#include "core/identity/claims.h"
#include "core/identity/roles.h"
#include "core/identity/signedin.h"
#include "core/identity/stoppable.h"

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

bool isPassing(ErrorCode code)
{
    return code == ErrorCode::Network || code == ErrorCode::Timeout || code == ErrorCode::EndpointFailed
        || code == ErrorCode::EndpointBusy || code == ErrorCode::ProxyLogin;
}

} // namespace

Session::Session(const SessionPorts &ports, Account account, Secret refreshToken, QObject *parent)
    : QObject(parent)
    , m_ports(ports)
    , m_renewal(ports.clock, ports.network)
{
    m_state.account = std::move(account);
    m_state.session.refreshToken = std::move(refreshToken);
    connect(&m_renewal, &Renewal::due, this, [this] { [[maybe_unused]] const auto renewed = refreshed(); });
}

void Session::begin(const TokenResponse &tokens, const QString &nonce)
{
    m_state.session.nonce = nonce;
    m_state.isInDoubt = false;
    m_state.session.refreshToken = tokens.refreshToken;
    m_state.session.idToken = {}; // an older session's
    m_state.untimely = {};
    // Above whatever an earlier sign-in has left, without having to read it.
    m_state.session.generation = m_ports.clock.now().toSecsSinceEpoch();
    apply(tokens);
}

void Session::setKept(bool kept, bool renewable)
{
    const bool wasKept = std::exchange(m_state.account.kept, kept);
    const bool wasRenewable = std::exchange(m_state.account.renewable, renewable);
    if (wasKept != kept || wasRenewable != renewable)
        emit changed();
}

void Session::apply(const TokenResponse &tokens)
{
    m_accessToken = tokens.accessToken;
    if (!tokens.idToken.isEmpty())
        m_state.session.idToken = tokens.idToken;
    if (tokens.scopes)
        m_state.account.scopes = *tokens.scopes;
    m_state.account.expiresAt = {};
    m_staleAt.reset();
    if (tokens.lifetime) {
        m_state.account.expiresAt = m_ports.clock.now().addSecs(tokens.lifetime->count());
        m_staleAt = m_ports.clock.steady() + *tokens.lifetime - Renewal::leadOf(*tokens.lifetime);
    }
    m_renewal.tokenArrived(tokens.lifetime);
}

bool Session::isFresh() const
{
    return !m_accessToken.isEmpty() && (!m_staleAt || m_ports.clock.steady() < *m_staleAt);
}

void Session::rejected(const Secret &token)
{
    if (token != m_accessToken) // a late 401 to an older token says nothing about this one
        return;
    m_state.rejected = token;
    m_accessToken = {};
}

Async<Secret> Session::accessToken(std::stop_token stop)
{
    if (isFresh()) {
        m_renewal.used();
        return ready<Secret>(m_accessToken);
    }
    m_isAskedFor = true;
    return stoppable(refreshed(), this, stop);
}

Async<Secret> Session::refreshed()
{
    if (m_refreshing)
        return m_refreshing->future();
    m_refreshing.emplace();
    const auto shared = m_refreshing->future();
    refresh();
    return shared;
}

void Session::refresh()
{
    const bool hasToken = m_state.account.kept || !m_state.session.refreshToken.isEmpty();
    if (!hasToken)
        return askSilently({ErrorCode::SignInNeeded, u"the provider gave no refresh token"_s});
    auto *refresh =
        new Refresh(m_ports.provider, m_ports.secrets, m_ports.locks, m_ports.clock, m_state, m_patience, this);
    whenDone(refresh->run(), this, [this](const Result<Refresh::Ended> &ended) {
        if (ended)
            return refreshEnded(*ended);
        finish(tl::make_unexpected(ended.error()));
    });
}

void Session::refreshEnded(const Refresh::Ended &ended)
{
    const Secret rejected = m_state.rejected; // may have come in between
    m_state = ended.state;
    m_state.rejected = rejected;
    if (ended.isOver)
        return end(ended.outcome.error());
    if (!ended.outcome && ended.outcome.error().code == ErrorCode::SignInNeeded)
        return askSilently(ended.outcome.error());
    if (!ended.outcome) {
        if (isPassing(ended.outcome.error().code))
            m_renewal.failed();
        return finish(tl::make_unexpected(ended.outcome.error()));
    }
    apply(ended.outcome->tokens);
    whenDone(m_ports.provider.accessClaims(ended.outcome->tokens, account().subject, ended.clientSecret, {}), this,
             [this, idClaims = ended.outcome->idClaims](const Result<QJsonObject> &accessClaims) {
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
}

void Session::askSilently(const Error &error)
{
    if (!m_signInSilently)
        return end(error);
    whenDone(m_signInSilently(), this, [this, error](const Result<SignedIn> &signedIn) {
        if (!signedIn || signedIn->account.id != account().id)
            return end(error);
        signedInSilently(*signedIn);
    });
}

void Session::signedInSilently(const SignedIn &signedIn)
{
    m_state.account.roles = signedIn.account.roles;
    begin(signedIn.tokens, signedIn.nonce);
    const auto settle = [this](bool kept) {
        m_state.account.kept = kept;
        emit changed();
        finish(m_accessToken);
    };
    if (signedIn.tokens.refreshToken.isEmpty())
        return settle(false);
    // The refresh that has just failed wipes its entry before it lets go of the lock.
    whenDone(takeRefreshLock(m_ports.locks, account().id, m_patience.lock, this), this,
             [this, settle](const Result<std::shared_ptr<RefreshLocks::Held>> &lock) {
                 whenDone(
                     m_ports.secrets.write(keyOf(account().id), encodeSession(stored())), this,
                     [settle, held = lock.value_or(nullptr)](const Result<> &written) { settle(written.has_value()); });
             });
}

void Session::applyClaims(const QJsonObject &idClaims, const QJsonObject &accessClaims)
{
    // Without any of the role claims nothing new is known about roles: what signing in said stays.
    const ProviderProfile &profile = m_ports.provider.profile();
    if (const auto roles = rolesOf(profile, {idClaims}, accessClaims))
        m_state.account.roles = *roles;
    if (profile.introspect && accessClaims.contains("scope"_L1))
        m_state.account.scopes = wordsOf(accessClaims.value("scope"_L1));
    emit changed();
}

void Session::finish(Result<Secret> outcome)
{
    if (std::exchange(m_isAskedFor, false))
        m_renewal.used();
    const auto answer = *std::exchange(m_refreshing, std::nullopt);
    answer.give(std::move(outcome));
}

void Session::end(const Error &error)
{
    qCInfo(lcIdentity) << "the session has ended";
    m_renewal.stop();
    m_accessToken = {};
    m_state.session.refreshToken = {};
    finish(tl::make_unexpected(error));
    emit ended();
}

} // namespace core
