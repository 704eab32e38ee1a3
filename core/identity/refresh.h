// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/answer.h"
#include "core/base/clock.h"
#include "core/identity/account.h"
#include "core/identity/provider.h"
#include "core/identity/refreshlock.h"
#include "core/identity/secretstore.h"
#include "core/identity/storedsession.h"

#include <QObject>

#include <chrono>
#include <vector>

namespace core {

// How long a refresh waits for what.
struct RefreshPatience {
    // Before each repetition with the same token after a lost answer.
    std::vector<std::chrono::milliseconds> repetitions{std::chrono::milliseconds(0), std::chrono::milliseconds(1'000)};
    std::chrono::milliseconds lock{120'000}; // for another program that is refreshing
};

// What the refreshing program knows of a session when it begins, and afterwards.
struct RefreshState {
    Account account; // kept: whether the keychain holds the session
    StoredSession session; // without the access token
    Secret untimely; // refresh token of an answer that only the clock spoke against: what is sent next
    Secret rejected; // the access token that an endpoint refused last: not to be taken from the keychain again
    bool isInDoubt = false; // an answer was lost: the provider may have spent the token
};

// One refresh, from the lock to the new tokens. Exactly one program of a user sends a request at a time; one that comes
// later takes what the first one put into the keychain. A rotated token is stored before the answer is given.
// Lives until all of it is done, which may be after its answer; its parent ends it early.
class Refresh : public QObject
{
    Q_OBJECT

public:
    Refresh(Provider &provider, SecretStore &secrets, RefreshLocks *locks, const Clock &clock, RefreshState state,
            RefreshPatience patience, QObject *parent);

    struct Outcome {
        TokenResponse tokens; // refreshToken as the provider sent it: empty where the old one stays
        QJsonObject idClaims;
    };
    struct Ended {
        RefreshState state; // to go on with, whatever came out
        // SignInNeeded: the refresh token is no longer good, and its entry goes. Anything else: it may still be good,
        // unless the session is over.
        Result<Outcome> outcome;
        bool isOver = false; // the answer was not to be believed, and the token is spent
        Secret clientSecret; // of a client that has one
    };
    [[nodiscard]] Async<Ended> run();

private:
    void readClientSecret();
    void readEntry();
    void entryRead(const Result<Secret> &entry);
    void takeOver(const StoredSession &stored);
    [[nodiscard]] bool isWorthTaking(const StoredSession &stored) const;
    void send();
    void answered(const Result<Provider::Redeemed> &outcome);
    void sendAgainOr(const Error &error);
    void lookForNewer(const Error &error);
    void store(const Provider::Redeemed &redeemed);
    void refuse(const Error &error);
    void keepUntimely(const Error &error, const TokenResponse &tokens);
    void disbelieve(const Error &error, const TokenResponse &tokens);
    void wipeEntry();
    void answer(const Result<Outcome> &outcome);
    void end(const Result<Outcome> &outcome);
    void leave(); // the lock, and life

    Provider &m_provider;
    SecretStore &m_secrets;
    RefreshLocks *m_locks;
    const Clock &m_clock;
    RefreshState m_state;
    const RefreshPatience m_patience;
    std::shared_ptr<RefreshLocks::Held> m_lock;
    Answer<Ended> m_answer;
    Secret m_clientSecret;
    std::size_t m_tries = 0;
    bool m_lookedForNewer = false;
    bool m_isOver = false;
};

// The keychain entry of an account's session.
[[nodiscard]] QString sessionKey(const QString &accountId);

// The secret of a client that has one; empty, and no keychain asked, for a public client.
[[nodiscard]] Async<Secret> readClientSecret(const ProviderProfile &profile, SecretStore &secrets, QObject *context);

} // namespace core
