// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/accountlist.h"
#include "core/identity/accounts.h"
#include "core/identity/devicesignin.h"
#include "core/identity/patientsecretstore.h"
#include "core/identity/session.h"
#include "core/identity/signinattempt.h"

#include <QPointer>

#include <map>
#include <set>

namespace core {

class Accounts::Private : public QObject
{
    Q_OBJECT

public:
    Private(Accounts &accounts, IdentityPorts identityPorts, std::vector<ProviderProfile> knownProfiles);
    ~Private() override;

    // The access token of whoever is current when it is asked for.
    class CurrentTokens final : public TokenSource
    {
    public:
        explicit CurrentTokens(Private &owner)
            : m_owner(owner)
        {
        }
        [[nodiscard]] Async<Secret> accessToken(std::stop_token stop) override;
        [[nodiscard]] std::optional<HttpHeaders> proof(const Secret &token, const QByteArray &method,
                                                       const QUrl &url) override;
        bool learn(const QUrl &url, const HttpResponse &response) override;
        void rejected(const Secret &token) override;

    private:
        Private &m_owner;
    };

    [[nodiscard]] Provider *currentProvider();
    [[nodiscard]] Provider *providerOf(const QString &profile);
    void restore();
    void reconsider();
    [[nodiscard]] Async<Account> signIn(Provider &provider, const SignInOptions &options, Browser &browser,
                                        const std::stop_token &stop);
    [[nodiscard]] Async<Account> signInWithDevice(Provider &provider, const SignInOptions &options,
                                                  std::function<void(const DevicePrompt &)> show,
                                                  const std::stop_token &stop);
    [[nodiscard]] Async<QUrl> signOut(const Account &account, Provider *provider);
    [[nodiscard]] Async<> browserComesBack(const ProviderProfile &profile);
    void settle(State newState);
    void addProfile(const ProviderProfile &profile);
    void removeProfile(const QString &profile);
    void switchTo(const QString &account);
    void setAside();

    Accounts &q;
    IdentityPorts ports;
    std::vector<ProviderProfile> profiles;
    PatientSecretStore secrets;
    AccountList list;
    std::map<QString, std::unique_ptr<Provider>> providers;
    std::unique_ptr<Session> session;
    QPointer<Browser> hiddenBrowser;
    ProviderSessions providerSessions;
    RefreshPatience patience;
    std::map<QString, std::unique_ptr<Session>> parked; // begun since the start and not current, by account
    std::set<QString> leaving; // accounts that are being signed out: still listed until their token is gone
    CurrentTokens tokens{*this};
    State state = State::SignedOut;

private:
    struct Departure {
        Account account;
        Secret refreshToken;
        Secret idToken;
        Secret clientSecret;
        bool wiped = false;
    };

    void restored(const Account &account, Provider &provider, const Result<Secret> &stored);
    [[nodiscard]] SessionPorts portsFor(Provider &provider);
    [[nodiscard]] Async<SignedIn> signInSilently(const Account &account);
    void keep(int number, bool wanted, const SignedIn &signedIn, Provider &provider, const Answer<Account> &answer);
    [[nodiscard]] Account enter(std::unique_ptr<Session> fresh, bool kept);
    [[nodiscard]] std::unique_ptr<Session> resumed(Provider &provider, const Account &account,
                                                   const StoredSession &stored);
    void use(std::unique_ptr<Session> newSession);
    void sessionChanged();
    void sessionEnded();
    void drop();
    void park();
    void enterStored(const Account &account, const Result<Secret> &stored);
    void settleAfterAttempt(int number);
    void ran(int number, bool keepIt, Provider &provider, const Result<SignedIn> &signedIn,
             const Answer<Account> &answer);
    [[nodiscard]] Async<Departure> wipeEntry(const Account &account, Provider *provider);
    [[nodiscard]] Async<Departure> wipe(const Account &account, Provider *provider);
    [[nodiscard]] Async<QUrl> leave(const Departure &departure, Provider &provider);
    void left(const QString &account, bool isGone);

    void cancelAttempt();

    std::shared_ptr<RedirectListener> m_comingBack; // where the browser comes of signing out
    QPointer<SignInAttempt> m_attempt;
    QPointer<DeviceSignIn> m_deviceAttempt;
    QString m_attemptProfile; // of the newest one
    std::map<QString, QPointer<SignInAttempt>> m_silentAttempts; // by account
    int m_attempts = 0; // the number of the newest one
    int m_switches = 0;
    std::vector<std::unique_ptr<Provider>> m_replaced; // by a newer profile; sessions may still speak to them
    std::vector<std::pair<Answer<Secret>, std::stop_token>> m_waitingForRestore;
};

} // namespace core
