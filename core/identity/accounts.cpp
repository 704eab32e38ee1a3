// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/accounts.h"

#include "core/identity/accountsprivate.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core {

Accounts::Accounts(IdentityPorts ports, std::vector<ProviderProfile> profiles, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, ports, std::move(profiles)))
{
    connect(&d->secrets, &PatientSecretStore::waiting, this, &Accounts::keychainWaiting);
}

Accounts::~Accounts() = default;

Accounts::State Accounts::state() const
{
    return d->state;
}

std::optional<Account> Accounts::current() const
{
    return d->session ? std::optional(d->session->account()) : std::nullopt;
}

std::vector<Account> Accounts::known() const
{
    auto accounts = d->list.all();
    std::erase_if(accounts, [this](const Account &one) { return d->leaving.contains(one.id); });
    const auto put = [&accounts](const Account &own) {
        std::erase_if(accounts, [&](const Account &other) { return other.id == own.id; });
        accounts.push_back(own);
    };
    for (const auto &[id, session] : d->parked)
        put(session->account());
    if (d->session)
        put(d->session->account());
    return accounts;
}

const std::vector<ProviderProfile> &Accounts::profiles() const
{
    return d->profiles;
}

void Accounts::addProfile(const ProviderProfile &profile)
{
    d->addProfile(profile);
}

void Accounts::removeProfile(const QString &profile)
{
    d->removeProfile(profile);
}

void Accounts::switchTo(const QString &account)
{
    d->switchTo(account);
}

void Accounts::setAside()
{
    d->setAside();
}

void Accounts::restore()
{
    d->restore();
}

Async<Account> Accounts::signIn(const QString &profile, const SignInOptions &options, Browser &browser,
                                std::stop_token stop)
{
    Provider *provider = d->providerOf(profile);
    if (!provider)
        return ready<Account>(fail(ErrorCode::InvalidInput, u"no provider profile has the id "_s + profile));
    return d->signIn(*provider, options, browser, stop);
}

Async<QUrl> Accounts::signOut(const QString &account)
{
    for (const Account &one : known()) {
        if (one.id == account)
            return d->signOut(one, d->providerOf(one.provider));
    }
    return ready<QUrl>(fail(ErrorCode::NotFound, u"no such account"_s));
}

Async<> Accounts::browserComesBack(const QString &profile)
{
    const Provider *provider = d->providerOf(profile);
    return provider ? d->browserComesBack(provider->profile()) : ready<void>(fail(ErrorCode::NotFound));
}

void Accounts::stopWaitingForKeychain()
{
    d->secrets.giveUp();
}

void Accounts::setKeychainPatience(std::chrono::milliseconds untilSaid, std::chrono::milliseconds untilGivenUp)
{
    d->secrets.setPatience(untilSaid, untilGivenUp);
}

void Accounts::setHiddenBrowser(Browser *browser)
{
    d->hiddenBrowser = browser;
}

ProviderSessions &Accounts::providerSessions()
{
    return d->providerSessions;
}

void Accounts::setRefreshPatience(const std::vector<std::chrono::milliseconds> &repetitions,
                                  std::chrono::milliseconds lock)
{
    d->patience = {repetitions, lock};
    if (d->session)
        d->session->setPatience(d->patience);
    for (const auto &[id, session] : d->parked)
        session->setPatience(d->patience);
}

void Accounts::wake()
{
    if (d->session)
        d->session->look();
}

void Accounts::reconsider()
{
    d->reconsider();
}

TokenSource &Accounts::tokens()
{
    return d->tokens;
}

} // namespace core
