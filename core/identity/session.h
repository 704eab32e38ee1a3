// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/answer.h"
#include "core/base/clock.h"
#include "core/identity/account.h"
#include "core/identity/provider.h"
#include "core/identity/secretstore.h"
#include "core/net/tokensource.h"

#include <QObject>

#include <chrono>
#include <optional>
#include <vector>

namespace core {

// The tokens of one account while the program runs. Refreshes them: one request for any number of callers, a rotated
// token stored before it is used, the same token sent again when an answer was lost.
class Session : public QObject, public TokenSource
{
    Q_OBJECT

public:
    // account.kept says whether the keychain holds the refresh token.
    Session(Provider &provider, SecretStore &secrets, const Clock &clock, Account account, Secret refreshToken,
            QObject *parent = nullptr);

    [[nodiscard]] const Account &account() const { return m_account; }
    [[nodiscard]] const Secret &refreshToken() const { return m_refreshToken; }
    [[nodiscard]] const Secret &idToken() const { return m_idToken; }

    void begin(const TokenResponse &tokens, const QString &nonce); // with what signing in gave
    void setKept(bool kept);
    // How long to wait before each repetition after a lost answer.
    void setRetryDelays(std::vector<std::chrono::milliseconds> delays) { m_retryDelays = std::move(delays); }

    [[nodiscard]] Async<Secret> accessToken(std::stop_token stop) override;
    void rejected(const Secret &token) override;

    // The keychain entry of an account's refresh token.
    [[nodiscard]] static QString keyOf(const QString &accountId) { return QStringLiteral("lectern/") + accountId; }

signals:
    void changed(); // the account's facts
    void ended(); // the refresh token is no longer good

private:
    [[nodiscard]] bool isFresh() const;
    void refresh();
    void send(const Secret &refreshToken);
    void refreshed(const Secret &used, const Result<Provider::Redeemed> &outcome);
    void sendAgainOr(const Secret &used, const Error &error);
    void lookForNewerToken(const Secret &used, const Error &error);
    void store(const Provider::Redeemed &redeemed);
    void apply(const TokenResponse &tokens);
    void applyClaims(const QJsonObject &idClaims, const QJsonObject &accessClaims);
    void finish(Result<Secret> outcome);
    void end(const Error &error);

    Provider &m_provider;
    SecretStore &m_secrets;
    const Clock &m_clock;
    Account m_account;
    Secret m_refreshToken;
    Secret m_accessToken;
    Secret m_idToken;
    Secret m_clientSecret;
    QString m_nonce;
    QDateTime m_refreshAt; // invalid: the provider named no lifetime
    std::optional<Answer<Secret>> m_refreshing;
    std::vector<std::chrono::milliseconds> m_retryDelays{std::chrono::milliseconds(0),
                                                         std::chrono::milliseconds(1'000)};
    std::size_t m_tries = 0;
    bool m_lookedForNewer = false;
};

// The secret of a client that has one; empty, and no keychain asked, for a public client.
[[nodiscard]] Async<Secret> readClientSecret(const ProviderProfile &profile, SecretStore &secrets);

} // namespace core
