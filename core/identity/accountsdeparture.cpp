// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/logging.h"
#include "core/identity/accountsprivate.h"
#include "core/identity/logout.h"

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr std::chrono::seconds lockPatience{5}; // whoever signs out waits no longer for another program
constexpr std::chrono::seconds browserPatience{30}; // a provider may ask whether it is meant; others may want the port
constexpr std::chrono::seconds pageTime{1}; // until a page has been handed over

} // namespace

Async<QUrl> Accounts::Private::signOut(const Account &account, Provider *provider)
{
    Secret idToken;
    const bool isCurrent = session && session->account().id == account.id;
    Secret held;
    if (isCurrent) {
        idToken = session->idToken();
        held = session->refreshToken();
        drop();
    } else if (const auto own = parked.find(account.id); own != parked.end()) {
        idToken = own->second->idToken();
        held = own->second->refreshToken();
        parked.erase(own);
    }
    // What is being asked for now would be a session of nobody's.
    if (const auto silent = m_silentAttempts.extract(account.id))
        delete silent.mapped().data();
    leaving.insert(account.id);
    if (const auto last = list.last(); last && last->id == account.id)
        list.forgetLast(); // a program that ends before it is done does not sign in again at the next start
    providerSessions.remove(account.provider);
    if (isCurrent)
        settle(State::SignedOut);
    else
        emit q.changed();

    const Answer<QUrl> answer;
    whenDone(wipe(account, provider), this, [this, account, provider, idToken, held, answer](Result<Departure> wiped) {
        if (!wiped)
            return answer.give(tl::make_unexpected(wiped.error()));
        if (wiped->wiped || !account.kept)
            left(account.id, true);
        if (wiped->refreshToken.isEmpty()) // else the keychain's: another program may have rotated it
            wiped->refreshToken = held;
        if (wiped->idToken.isEmpty())
            wiped->idToken = idToken;
        const auto page = provider ? leave(*wiped, *provider)
            : wiped->wiped         ? ready<QUrl>(QUrl())
                                   : ready<QUrl>(fail(ErrorCode::KeychainUnavailable));
        whenDone(page, this, [this, id = account.id, answer](const Result<QUrl> &url) {
            left(id, url.has_value());
            answer.give(url);
        });
    });
    return answer.future();
}

Async<> Accounts::Private::browserComesBack(const ProviderProfile &profile)
{
    const QUrl back(profile.logout.value("post_logout_redirect_uri"_L1).toString(), QUrl::StrictMode);
    if (back.scheme() != "http"_L1 || !isLoopback(back) || back.port() <= 0)
        return ready<void>(fail(ErrorCode::NotFound, u"the browser does not come back to this computer"_s));
    const ProviderProfile::Redirect place{back.host(), {static_cast<quint16>(back.port())}, {}};
    auto listener = ports.listeners.listen(place, back.path().isEmpty() ? u"/"_s : back.path(QUrl::FullyEncoded));
    if (!listener)
        return ready<void>(tl::make_unexpected(listener.error()));
    m_comingBack = *std::move(listener);
    const std::weak_ptr<RedirectListener> waiting = m_comingBack; // not a later one
    const auto end = [this, waiting] {
        if (m_comingBack == waiting.lock())
            m_comingBack.reset();
    };
    ports.after(browserPatience, this, end);
    const Answer<> answer;
    whenDone(m_comingBack->response({.state = {}, .ofLogout = true}, {}), this,
             [this, answer, end](const Result<AuthorizationResponse> &came) {
                 if (!came)
                     return answer.give(tl::make_unexpected(came.error()));
                 ports.after(pageTime, this, [answer, end] {
                     end();
                     answer.give({});
                 });
             });
    return answer.future();
}

// An account of which something is still in the keychain stays in the list: somebody has to be able to finish it.
void Accounts::Private::left(const QString &account, bool isGone)
{
    if (leaving.erase(account) == 0) // done before, or signed in again meanwhile
        return;
    if (isGone)
        list.remove(account);
    emit q.changed();
}

// Both have to be gone: a list that can't be read is no sign-out, nor is a keychain that another program writes anew.
// Whoever signs out takes it from the keychain first.
void Accounts::Private::reconsider()
{
    const auto isGone = [this](const QString &id) {
        return state == State::SignedIn && session && session->account().id == id && !list.find(id);
    };
    if (!session || !session->account().kept || !isGone(session->account().id))
        return;
    const QString id = session->account().id;
    whenDone(secrets.read(Session::keyOf(id)), this, [this, id, isGone](const Result<Secret> &stored) {
        if (!isGone(id) || stored || stored.error().code != ErrorCode::NotFound)
            return;
        qCInfo(lcIdentity) << "signed out by another program";
        if (const auto silent = m_silentAttempts.extract(id))
            delete silent.mapped().data();
        drop();
        settle(State::SignedOut);
        emit q.signedOutElsewhere(id);
    });
}

// The keychain goes first: nothing that the network does, or a program that ends, can leave the token behind.
Async<Accounts::Private::Departure> Accounts::Private::wipe(const Account &account, Provider *provider)
{
    // A program that is refreshing would put the session back.
    const Answer<Departure> answer;
    whenDone(takeRefreshLock(ports.locks, account.id, lockPatience, this), this,
             [=, this](const Result<std::shared_ptr<RefreshLocks::Held>> &lock) {
                 whenDone(wipeEntry(account, provider), this,
                          [answer, held = lock.value_or(nullptr)](const Result<Departure> &departure) {
                              answer.give(departure);
                          });
             });
    return answer.future();
}

Async<Accounts::Private::Departure> Accounts::Private::wipeEntry(const Account &account, Provider *provider)
{
    const Answer<Departure> answer;
    const QString key = Session::keyOf(account.id);
    const auto clientSecret = provider ? readClientSecret(provider->profile(), secrets, this) : ready<Secret>(Secret());
    whenDone(clientSecret, this, [this, account, key, answer](const Result<Secret> &client) {
        if (!client && client.error().code == ErrorCode::KeychainUnavailable) // as below
            return answer.give(Departure{account, {}, {}, {}, false});
        whenDone(secrets.read(key), this, [this, account, key, answer, client](const Result<Secret> &stored) {
            const Result<StoredSession> entry = stored ? decodeSession(*stored) : fail(ErrorCode::NotFound);
            Departure departure{account, entry ? entry->refreshToken : Secret(), entry ? entry->idToken : Secret(),
                                client.value_or(Secret()), false};
            // Somebody has just said no, or nothing answers: that counts for the removal as well. And a token that
            // can't be read can't be revoked, so that the entry is needed until it can.
            if (!stored && stored.error().code == ErrorCode::KeychainUnavailable)
                return answer.give(departure);
            whenDone(secrets.remove(key), this, [departure, answer](const Result<> &removed) mutable {
                departure.wiped = removed.has_value();
                answer.give(departure);
            });
        });
    });
    return answer.future();
}

Async<QUrl> Accounts::Private::leave(const Departure &departure, Provider &provider)
{
    const Answer<QUrl> answer;
    const auto showLogout = [this, departure, &provider, answer] {
        if (!departure.wiped && departure.account.kept)
            return answer.give(fail(ErrorCode::KeychainUnavailable, u"the sign-in is still in the keychain"_s));
        whenDone(provider.metadata({}), this, [departure, &provider, answer](const Result<ProviderMetadata> &metadata) {
            answer.give(metadata ? logoutUrl(provider.profile(), *metadata, departure.idToken) : QUrl());
        });
    };
    const bool isNobody = provider.profile().clientAuthentication != "none"_L1 && departure.clientSecret.isEmpty();
    if (departure.refreshToken.isEmpty() || isNobody) {
        if (!departure.refreshToken.isEmpty() && (departure.wiped || !departure.account.kept)) // else it is tried again
            emit q.revocationFailed(departure.account.id);
        showLogout();
        return answer.future();
    }
    whenDone(provider.revoke(departure.refreshToken, departure.clientSecret, {}), this,
             [this, id = departure.account.id, showLogout](const Result<> &revoked) {
                 if (!revoked)
                     qCInfo(lcIdentity) << "the refresh token was not revoked:" << revoked.error().detail;
                 if (!revoked && revoked.error().code != ErrorCode::NotFound) // a provider may offer no revocation
                     emit q.revocationFailed(id);
                 showLogout();
             });
    return answer.future();
}

} // namespace core
