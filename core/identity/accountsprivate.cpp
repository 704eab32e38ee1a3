// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/accountsprivate.h"

#include "core/base/logging.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr std::chrono::seconds silentPatience{10};
constexpr std::chrono::seconds lockPatience{5}; // a person who has just signed in waits no longer for another program

} // namespace

Accounts::Private::Private(Accounts &accounts, IdentityPorts identityPorts, std::vector<ProviderProfile> knownProfiles)
    : q(accounts)
    , ports(identityPorts)
    , profiles(std::move(knownProfiles))
    , secrets(identityPorts.secrets, identityPorts.clock)
    , list(identityPorts.settings)
{
    connect(&secrets, &PatientSecretStore::writtenLate, this, [this](const QString &key) {
        if (session && Session::keyOf(session->account().id) == key)
            session->setKept(true);
        for (const auto &[id, other] : parked) {
            if (Session::keyOf(id) == key)
                other->setKept(true);
        }
    });
}

Accounts::Private::~Private()
{
    cancelAttempt(); // while the provider it speaks to is still there
}

Provider *Accounts::Private::providerOf(const QString &profile)
{
    if (const auto made = providers.find(profile); made != providers.end())
        return made->second.get();
    for (const ProviderProfile &known : profiles) {
        if (known.id == profile) {
            auto provider = std::make_unique<Provider>(known, ports.http, ports.signatures, ports.clock);
            provider->setSigner(ports.signer);
            return providers.emplace(profile, std::move(provider)).first->second.get();
        }
    }
    return nullptr;
}

void Accounts::Private::settle(State newState)
{
    state = newState;
    for (const auto &[answer, stop] : std::exchange(m_waitingForRestore, {})) {
        whenDone(tokens.accessToken(stop), this,
                 [answer = answer](const Result<Secret> &token) { answer.give(token); });
    }
    emit q.changed();
}

void Accounts::Private::restore()
{
    const auto account = list.last();
    Provider *provider = account ? providerOf(account->provider) : nullptr;
    if (!provider || session || state != State::SignedOut)
        return;
    // A profile that now names another issuer is another provider: the token is not for it.
    const ProviderProfile &profile = provider->profile();
    if (profile.issuerTemplate.isEmpty() && profile.issuer != account->issuer)
        return;
    state = State::Restoring;
    emit q.changed();
    whenDone(
        secrets.read(Session::keyOf(account->id)), this,
        [this, account = *account, provider](const Result<Secret> &stored) { restored(account, *provider, stored); });
}

void Accounts::Private::restored(const Account &account, Provider &provider, const Result<Secret> &stored)
{
    if (state != State::Restoring) // the user did not wait and signed in
        return;
    if (!stored) {
        qCInfo(lcIdentity) << "no stored session:" << stored.error().detail;
        settle(State::SignedOut);
        if (stored.error().code != ErrorCode::NotFound) {
            emit q.restoreFailed(stored.error(), account.id);
            return;
        }
        list.forgetLast(); // said once, not at every start
        emit q.expired(account.id);
        return;
    }
    const auto entry = decodeSession(*stored);
    if (!entry) {
        settle(State::SignedOut);
        emit q.restoreFailed(entry.error(), account.id);
        return;
    }
    use(resumed(provider, account, *entry));
    settle(State::SignedIn);
    // In the background: without network the stored identity is good enough to begin with.
    [[maybe_unused]] const auto refreshed = session->accessToken({});
}

std::unique_ptr<Session> Accounts::Private::resumed(Provider &provider, const Account &account,
                                                    const StoredSession &stored)
{
    auto own = std::make_unique<Session>(portsFor(provider), account, stored.refreshToken);
    own->setIdToken(stored.idToken);
    return own;
}

// Not at once: it may be what is calling.
void Accounts::Private::drop()
{
    if (session) {
        session->disconnect(this);
        session.release()->deleteLater();
    }
}

void Accounts::Private::use(std::unique_ptr<Session> newSession)
{
    park();
    if (auto older = parked.extract(newSession->account().id))
        older.mapped().release()->deleteLater();
    session = std::move(newSession);
    session->setPatience(patience);
    session->setSilentSignIn([this, account = session->account()] { return signInSilently(account); });
    connect(session.get(), &Session::changed, this, &Private::sessionChanged);
    connect(session.get(), &Session::ended, this, &Private::sessionEnded);
}

void Accounts::Private::sessionChanged()
{
    if (session->account().kept)
        list.put(session->account());
    else
        list.remove(session->account().id);
    emit q.changed();
}

void Accounts::Private::sessionEnded()
{
    const Account account = session->account();
    drop();
    list.forgetLast();
    settle(state == State::SigningIn ? State::SigningIn : State::SignedOut);
    emit q.expired(account.id);
}

// An attempt that was replaced by a newer one has no say in the state.
void Accounts::Private::settleAfterAttempt(int number)
{
    if (number == m_attempts)
        settle(session ? State::SignedIn : State::SignedOut);
}

Async<Account> Accounts::Private::signIn(Provider &provider, const SignInOptions &options, Browser &browser,
                                         const std::stop_token &stop)
{
    const int number = ++m_attempts;
    cancelAttempt();
    m_comingBack.reset(); // the new answer may come to the same port
    const Answer<Account> answer;
    settle(State::SigningIn);
    m_attemptProfile = provider.profile().id;
    browser.serve(provider.profile());
    const SignInAttempt::Options attemptOptions{options.organization, options.loginHint, options.formPost,
                                                options.timeout,      QString(),         options.chooseAccount};
    const auto begin = [=, this, &provider, browser = QPointer(&browser)](const Result<Secret> &clientSecret) {
        const bool isGone = std::ranges::find(profiles, m_attemptProfile, &ProviderProfile::id) == profiles.end();
        if (!clientSecret || !browser || number != m_attempts || isGone) {
            settleAfterAttempt(number);
            return answer.give(
                tl::make_unexpected(clientSecret ? Error{ErrorCode::Cancelled, {}} : clientSecret.error()));
        }
        m_attempt = new SignInAttempt(provider, ports.listeners, *browser, attemptOptions, *clientSecret, this);
        whenDone(m_attempt->run(stop), this,
                 [=, this, &provider, attempt = m_attempt](const Result<SignedIn> &signedIn) {
                     attempt->deleteLater();
                     ran(number, options.keep, provider, signedIn, answer);
                 });
    };
    whenDone(readClientSecret(provider.profile(), secrets, this), this, begin);
    return answer.future();
}

void Accounts::Private::ran(int number, bool keepIt, Provider &provider, const Result<SignedIn> &signedIn,
                            const Answer<Account> &answer)
{
    if (signedIn && number == m_attempts)
        return keep(number, keepIt, *signedIn, provider, answer);
    settleAfterAttempt(number);
    answer.give(tl::make_unexpected(signedIn ? Error{ErrorCode::Cancelled, {}} : signedIn.error()));
}

void Accounts::Private::keep(int number, bool wanted, const SignedIn &signedIn, Provider &provider,
                             const Answer<Account> &answer)
{
    auto fresh = std::make_shared<std::unique_ptr<Session>>(
        std::make_unique<Session>(portsFor(provider), signedIn.account, Secret()));
    (*fresh)->begin(signedIn.tokens, signedIn.nonce);
    const auto store = [this, fresh, wanted]() -> Async<> {
        const QString key = Session::keyOf((*fresh)->account().id);
        if (!wanted)
            return andThen(secrets.remove(key), this,
                           [] { return ready<void>(fail(ErrorCode::NotFound, u"as the user wishes"_s)); });
        if ((*fresh)->refreshToken().isEmpty())
            return ready<void>(fail(ErrorCode::NotFound, u"the provider gave no refresh token"_s));
        return secrets.write(key, encodeSession((*fresh)->stored()));
    };
    // A program that is renewing the session before this one would put its own over it, or wipe both.
    whenDone(takeRefreshLock(ports.locks, signedIn.account.id, lockPatience, this), this,
             [=, this](const Result<std::shared_ptr<RefreshLocks::Held>> &lock) {
                 whenDone(store(), this, [=, this, held = lock.value_or(nullptr)](const Result<> &outcome) {
                     if (!outcome)
                         qCWarning(lcIdentity) << "this session only:" << outcome.error().detail;
                     const Account account = enter(std::move(*fresh), outcome.has_value());
                     settleAfterAttempt(number);
                     answer.give(account);
                 });
             });
}

Account Accounts::Private::enter(std::unique_ptr<Session> fresh, bool kept)
{
    fresh->setKept(kept, !fresh->refreshToken().isEmpty());
    use(std::move(fresh));
    leaving.erase(session->account().id);
    if (kept)
        list.put(session->account());
    else
        list.remove(session->account().id);
    qCInfo(lcIdentity) << "signed in with" << session->account().provider;
    return session->account();
}

SessionPorts Accounts::Private::portsFor(Provider &provider)
{
    return {provider, secrets, ports.clock, ports.locks, ports.network};
}

// The provider may still know this user (OpenID Connect Core, 3.1.2.1): then nobody needs to be asked.
Async<SignedIn> Accounts::Private::signInSilently(const Account &account)
{
    Provider *provider = providerOf(account.provider);
    if (!hiddenBrowser || !provider || m_attempt)
        return ready<SignedIn>(fail(ErrorCode::Cancelled, u"no page can be opened unseen"_s));
    // Such a provider shows its page in no browser of ours, and the user's own one can't be asked unseen.
    if (provider->profile().browser == ProviderProfile::BrowserKind::System)
        return ready<SignedIn>(fail(ErrorCode::Cancelled, u"the provider is asked in the system's browser only"_s));
    qCInfo(lcIdentity) << "asking the provider without asking the user";
    m_comingBack.reset();
    const SignInAttempt::Options options{account.organization, account.email, true, silentPatience, u"none"_s};
    return andThen(
        readClientSecret(provider->profile(), secrets, this), this,
        [this, provider, options, id = account.id](const Secret &secret) {
            const bool isThere = (session && session->account().id == id) || parked.contains(id);
            if (!hiddenBrowser || !isThere)
                return ready<SignedIn>(fail(ErrorCode::Cancelled));
            hiddenBrowser->serve(provider->profile());
            auto *attempt = new SignInAttempt(*provider, ports.listeners, *hiddenBrowser, options, secret, this);
            m_silentAttempts[id] = attempt;
            const auto signedIn = attempt->run({});
            whenDone(signedIn, attempt, [attempt](const Result<SignedIn> &) { attempt->deleteLater(); });
            return signedIn;
        });
}

Async<Secret> Accounts::Private::CurrentTokens::accessToken(std::stop_token stop)
{
    if (m_owner.session)
        return m_owner.session->accessToken(stop);
    if (m_owner.state != State::Restoring)
        return ready<Secret>(fail(ErrorCode::SignInNeeded));
    return m_owner.m_waitingForRestore.emplace_back(Answer<Secret>(), stop).first.future();
}

void Accounts::Private::CurrentTokens::rejected(const Secret &token)
{
    if (m_owner.session)
        m_owner.session->rejected(token);
}

} // namespace core
