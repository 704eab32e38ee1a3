// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/answer.h"
#include "core/base/clock.h"
#include "core/identity/account.h"
#include "core/identity/provider.h"
#include "core/identity/refresh.h"
#include "core/identity/renewal.h"
#include "core/identity/secretstore.h"
#include "core/net/tokensource.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <optional>

namespace core {

struct SignedIn;

// What a session needs from outside.
struct SessionPorts {
    Provider &provider;
    SecretStore &secrets;
    const Clock &clock;
    RefreshLocks *locks = nullptr; // null: no other program uses this keychain
    Reachability *network = nullptr; // null: nobody says when the network returns
};

// The tokens of one account while the program runs. Renews them ahead of their end while somebody uses them: one
// request for any number of callers and programs, a rotated token stored before it is used, the same token sent again
// when an answer was lost.
class Session : public QObject, public TokenSource
{
    Q_OBJECT

public:
    // account.kept says whether the keychain holds the session.
    Session(const SessionPorts &ports, Account account, Secret refreshToken, QObject *parent = nullptr);

    [[nodiscard]] const Account &account() const { return m_state.account; }
    [[nodiscard]] const Secret &refreshToken() const { return m_state.session.refreshToken; }
    [[nodiscard]] const Secret &idToken() const { return m_state.session.idToken; }
    [[nodiscard]] StoredSession stored() const { return m_state.session; } // what the keychain should hold

    void setIdToken(const Secret &idToken) { m_state.session.idToken = idToken; } // the stored one, after a start
    void begin(const TokenResponse &tokens, const QString &nonce); // with what signing in gave
    void setKept(bool kept, bool renewable = true);
    void setPatience(RefreshPatience patience) { m_patience = std::move(patience); }
    // Asks the provider without a word to the user (prompt=none) when the refresh token is no longer good.
    void setSilentSignIn(std::function<Async<SignedIn>()> signIn) { m_signInSilently = std::move(signIn); }

    [[nodiscard]] Async<Secret> accessToken(std::stop_token stop) override;
    void rejected(const Secret &token) override;
    void look() { m_renewal.look(); } // the computer was asleep: see whether the token is still good

    // The keychain entry of an account's session.
    [[nodiscard]] static QString keyOf(const QString &accountId) { return sessionKey(accountId); }

signals:
    void changed(); // the account's facts
    void ended(); // the refresh token is no longer good

private:
    [[nodiscard]] bool isFresh() const;
    [[nodiscard]] Async<Secret> refreshed();
    void refresh();
    void refreshEnded(const Refresh::Ended &ended);
    void askSilently(const Error &error);
    void signedInSilently(const SignedIn &signedIn);
    void apply(const TokenResponse &tokens);
    void applyClaims(const QJsonObject &idClaims, const QJsonObject &accessClaims);
    void finish(Result<Secret> outcome);
    void end(const Error &error);

    SessionPorts m_ports;
    RefreshState m_state;
    RefreshPatience m_patience;
    Renewal m_renewal;
    Secret m_accessToken;
    std::optional<std::chrono::milliseconds> m_staleAt; // on the steady clock; nothing: the provider named no lifetime
    std::optional<Answer<Secret>> m_refreshing;
    bool m_isAskedFor = false; // by a caller, not by the clock alone
    std::function<Async<SignedIn>()> m_signInSilently;
};

} // namespace core
