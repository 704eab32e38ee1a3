// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/refresh.h"

#include "core/base/logging.h"
#include "core/identity/accountclaims.h"
#include "core/identity/tokenrequest.h"

#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

// A token that its own program is about to renew is not worth taking (Renewal).
constexpr std::chrono::seconds longestLead{90};

StoredSession withoutAccessToken(StoredSession session)
{
    session.accessToken = {};
    session.expiresAt = {};
    session.lifetime = {};
    return session;
}

} // namespace

QString sessionKey(const QString &accountId)
{
    return "lectern/"_L1 + accountId;
}

Async<Secret> readClientSecret(const ProviderProfile &profile, SecretStore &secrets, QObject *context)
{
    if (profile.clientAuthentication == "none"_L1)
        return ready<Secret>(Secret());
    const QString name = clientSecretKey(profile);
    const Answer<Secret> answer;
    whenDone(secrets.read(name), context, [name, answer](const Result<Secret> &secret) {
        const bool isMissing = !secret && secret.error().code == ErrorCode::NotFound;
        answer.give(isMissing ? fail(ErrorCode::SecretMissing, name) : secret);
    });
    return answer.future();
}

Refresh::Refresh(Provider &provider, SecretStore &secrets, RefreshLocks *locks, const Clock &clock, RefreshState state,
                 RefreshPatience patience, QObject *parent)
    : QObject(parent)
    , m_provider(provider)
    , m_secrets(secrets)
    , m_locks(locks)
    , m_clock(clock)
    , m_state(std::move(state))
    , m_patience(std::move(patience))
{
}

Async<Refresh::Ended> Refresh::run()
{
    // What is not in the keychain nobody else can have.
    RefreshLocks *locks = m_state.account.kept ? m_locks : nullptr;
    whenDone(takeRefreshLock(locks, m_state.account.id, m_patience.lock, this), this,
             [this](const Result<std::shared_ptr<RefreshLocks::Held>> &lock) {
                 if (!lock)
                     return end(tl::make_unexpected(lock.error()));
                 m_lock = *lock;
                 readClientSecret();
             });
    return m_answer.future();
}

void Refresh::readClientSecret()
{
    whenDone(core::readClientSecret(m_provider.profile(), m_secrets, this), this, [this](const Result<Secret> &secret) {
        if (!secret)
            return end(tl::make_unexpected(secret.error()));
        m_clientSecret = *secret;
        readEntry();
    });
}

void Refresh::readEntry()
{
    if (!m_state.account.kept)
        return send();
    whenDone(m_secrets.read(sessionKey(m_state.account.id)), this,
             [this](const Result<Secret> &entry) { entryRead(entry); });
}

void Refresh::entryRead(const Result<Secret> &entry)
{
    // What the keychain says is newer than what this program remembers.
    const auto stored = entry ? decodeSession(*entry) : Result<StoredSession>(tl::make_unexpected(entry.error()));
    if (!stored && stored.error().code == ErrorCode::NotFound)
        return end(fail(ErrorCode::SignInNeeded, u"signed out elsewhere"_s));
    if (!stored && m_state.session.refreshToken.isEmpty())
        return end(tl::make_unexpected(stored.error()));
    if (!stored)
        return send();
    const bool isTaken = isWorthTaking(*stored);
    if (stored->generation != m_state.session.generation)
        m_state.untimely = {};
    takeOver(*stored);
    if (!isTaken)
        return send();
    qCInfo(lcIdentity) << "another program has refreshed this session";
    m_state.isInDoubt = false;
    Outcome outcome;
    outcome.tokens.accessToken = stored->accessToken;
    outcome.tokens.refreshToken = stored->refreshToken; // and the key that the access token may be bound to
    outcome.tokens.lifetime = std::chrono::seconds(m_clock.now().secsTo(stored->expiresAt));
    end(outcome);
}

void Refresh::takeOver(const StoredSession &stored)
{
    const Secret idToken = stored.idToken.isEmpty() ? m_state.session.idToken : stored.idToken;
    m_state.session = withoutAccessToken(stored);
    m_state.session.idToken = idToken; // of the same sign-in at least
}

bool Refresh::isWorthTaking(const StoredSession &stored) const
{
    if (stored.generation == m_state.session.generation || stored.accessToken.isEmpty()
        || stored.accessToken == m_state.rejected)
        return false;
    const std::chrono::seconds left(m_clock.now().secsTo(stored.expiresAt));
    return left > (stored.lifetime.count() > 0 ? std::min(stored.lifetime / 4, longestLead) : longestLead);
}

void Refresh::send()
{
    IdTokenExpectation expected;
    expected.issuer = m_state.account.issuer;
    expected.clientId = m_provider.profile().clientId;
    expected.nonce = m_state.session.nonce;
    expected.refreshed = true;
    expected.subject = m_state.account.subject;
    ++m_tries;
    const Secret &token = m_state.untimely.isEmpty() ? m_state.session.refreshToken : m_state.untimely;
    const auto grant = refreshGrant(m_provider.profile(), token);
    whenDone(m_provider.redeem(grant, m_clientSecret, expected, {}), this,
             [this](const Result<Provider::Redeemed> &outcome) { answered(outcome); });
}

void Refresh::answered(const Result<Provider::Redeemed> &outcome)
{
    if (outcome && !outcome->idClaims.isEmpty()) {
        const auto same = checkOrganization(m_provider.profile(), outcome->idClaims, m_state.account.organization);
        if (!same)
            return disbelieve(same.error(), outcome->tokens);
    }
    if (outcome && outcome->refused && isAboutTime(*outcome->refused))
        return keepUntimely(*outcome->refused, outcome->tokens);
    if (outcome && outcome->refused)
        return disbelieve(*outcome->refused, outcome->tokens);
    if (outcome)
        return store(*outcome);
    switch (outcome.error().code) {
    case ErrorCode::Network:
    case ErrorCode::Timeout:
        m_state.isInDoubt = true;
        return sendAgainOr(outcome.error());
    case ErrorCode::SignInNeeded:
        return lookForNewer(outcome.error());
    case ErrorCode::EndpointFailed: // a proxy between us may have dropped an answer
        m_state.isInDoubt = true;
        [[fallthrough]];
    default:
        return end(tl::make_unexpected(outcome.error()));
    }
}

void Refresh::sendAgainOr(const Error &error)
{
    // The provider may have rotated the token and only its answer was lost; inside its grace time the old one still
    // counts.
    if (m_tries > m_patience.repetitions.size())
        return end(tl::make_unexpected(error));
    qCInfo(lcIdentity) << "no answer to a refresh, sending the same token again";
    QTimer::singleShot(m_patience.repetitions.at(m_tries - 1), this, &Refresh::send);
}

// A program that knows no lock may have been quicker.
void Refresh::lookForNewer(const Error &error)
{
    if (!m_state.account.kept || std::exchange(m_lookedForNewer, true))
        return refuse(error);
    whenDone(m_secrets.read(sessionKey(m_state.account.id)), this, [this, error](const Result<Secret> &entry) {
        const auto stored = entry ? decodeSession(*entry) : Result<StoredSession>(tl::make_unexpected(entry.error()));
        if (!stored || stored->refreshToken == m_state.session.refreshToken)
            return refuse(error);
        takeOver(*stored);
        m_state.untimely = {};
        send();
    });
}

void Refresh::store(const Provider::Redeemed &redeemed)
{
    const TokenResponse &tokens = redeemed.tokens;
    const Secret newest = tokens.refreshToken.isEmpty() ? m_state.untimely : tokens.refreshToken;
    const bool isRotated = !newest.isEmpty() && newest != m_state.session.refreshToken;
    if (isRotated)
        m_state.session.refreshToken = newest;
    if (!tokens.idToken.isEmpty())
        m_state.session.idToken = tokens.idToken;
    m_state.untimely = {};
    ++m_state.session.generation;
    m_state.isInDoubt = false;
    const Outcome outcome{tokens, redeemed.idClaims};
    if (!m_state.account.kept)
        return end(outcome);
    StoredSession stored = m_state.session;
    if (tokens.lifetime) {
        stored.accessToken = tokens.accessToken;
        stored.expiresAt = m_clock.now().addSecs(tokens.lifetime->count());
        stored.lifetime = *tokens.lifetime;
    }
    if (!isRotated)
        answer(outcome); // the entry is good as it is; those who wait for the lock get the token a little later
    // Written before the tokens are handed out: a crash in between must not leave a used-up token behind.
    whenDone(m_secrets.write(sessionKey(m_state.account.id), encodeSession(stored)), this,
             [this, outcome, isRotated](const Result<> &written) {
                 if (!written)
                     qCWarning(lcIdentity) << "the refreshed session could not be kept:" << written.error().detail;
                 if (!written && isRotated)
                     m_state.account.kept = false;
                 end(outcome);
             });
}

// The clock of this computer is wrong, and may be set right: nobody gets the access token and nothing is kept, but the
// next request is sent with the refresh token of this answer, since the one that was sent may be spent.
void Refresh::keepUntimely(const Error &error, const TokenResponse &tokens)
{
    qCWarning(lcIdentity) << "the answer to a refresh is not of this time:" << error.detail;
    if (!tokens.refreshToken.isEmpty())
        m_state.untimely = tokens.refreshToken;
    m_state.isInDoubt = false;
    end(tl::make_unexpected(error));
}

void Refresh::refuse(const Error &error)
{
    m_state.session.refreshToken = {};
    m_state.untimely = {};
    answer(tl::make_unexpected(error));
    wipeEntry();
}

// Where the token was rotated it is spent, and sending it again would be a theft in the provider's eyes. Else the next
// answer may be better.
void Refresh::disbelieve(const Error &error, const TokenResponse &tokens)
{
    qCWarning(lcIdentity) << "the answer to a refresh is refused:" << error.detail;
    if (tokens.refreshToken.isEmpty() || tokens.refreshToken == m_state.session.refreshToken)
        return end(tl::make_unexpected(error));
    m_isOver = true;
    refuse(error);
}

// While the lock is held: a sign-in of another program comes after it.
void Refresh::wipeEntry()
{
    if (!m_state.account.kept)
        return leave();
    whenDone(m_secrets.remove(sessionKey(m_state.account.id)), this, [this](const Result<> &) { leave(); });
}

void Refresh::answer(const Result<Outcome> &outcome)
{
    if (!m_answer.isGiven())
        m_answer.give(Ended{m_state, outcome, m_isOver, m_clientSecret});
}

void Refresh::end(const Result<Outcome> &outcome)
{
    answer(outcome);
    leave();
}

void Refresh::leave()
{
    m_lock.reset();
    deleteLater();
}

} // namespace core
