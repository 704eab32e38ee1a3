// SPDX-License-Identifier: GPL-3.0-or-later
// Several accounts beside each other: taking in a profile, and going from one account to another.
#include "core/base/logging.h"
#include "core/identity/accountsprivate.h"

#include <algorithm>

namespace core {

void Accounts::Private::addProfile(const ProviderProfile &profile)
{
    const auto same = std::ranges::find(profiles, profile.id, &ProviderProfile::id);
    if (same == profiles.end())
        profiles.push_back(profile);
    else
        *same = profile;
    if (auto made = providers.extract(profile.id))
        m_replaced.push_back(std::move(made.mapped()));
    emit q.profilesChanged();
}

void Accounts::Private::removeProfile(const QString &profile)
{
    if (std::erase_if(profiles, [&profile](const ProviderProfile &known) { return known.id == profile; }) == 0)
        return;
    if (state == State::SigningIn && m_attemptProfile == profile)
        cancelAttempt();
    if (auto made = providers.extract(profile))
        m_replaced.push_back(std::move(made.mapped()));
    emit q.profilesChanged();
}

// A session that is not current lives on: it may be waiting for a rotated token, which would be lost with it, and one
// that no keychain holds is nowhere else.
void Accounts::Private::park()
{
    if (!session)
        return;
    session->disconnect(this);
    const QString id = session->account().id;
    parked[id] = std::move(session);
}

void Accounts::Private::switchTo(const QString &account)
{
    if (state == State::SigningIn || leaving.contains(account) || (session && session->account().id == account))
        return;
    const int number = ++m_switches;
    if (auto own = parked.extract(account)) {
        use(std::move(own.mapped()));
        if (session->account().kept)
            list.put(session->account()); // the last one now
        return settle(State::SignedIn);
    }
    const auto known = list.find(account);
    const Provider *provider = known ? providerOf(known->provider) : nullptr;
    // A profile that now names another issuer is another provider: the token is not for it.
    if (!provider || (provider->profile().issuerTemplate.isEmpty() && provider->profile().issuer != known->issuer))
        return;
    whenDone(secrets.read(Session::keyOf(account)), this, [this, number, known](const Result<Secret> &stored) {
        if (number == m_switches && state != State::SigningIn)
            enterStored(*known, stored);
    });
}

void Accounts::Private::setAside()
{
    ++m_switches;
    list.forgetLast();
    if (!session || state == State::SigningIn)
        return;
    park();
    settle(State::SignedOut);
}

void Accounts::Private::enterStored(const Account &account, const Result<Secret> &stored)
{
    Provider *provider = providerOf(account.provider);
    if (!stored || !provider) {
        qCInfo(lcIdentity) << "no stored session to go over to";
        if (!stored && stored.error().code != ErrorCode::NotFound)
            emit q.restoreFailed(stored.error(), account.id);
        else
            emit q.expired(account.id);
        return;
    }
    const auto entry = decodeSession(*stored);
    if (!entry) {
        emit q.restoreFailed(entry.error(), account.id);
        return;
    }
    use(resumed(*provider, account, *entry));
    list.put(account);
    settle(State::SignedIn);
    [[maybe_unused]] const auto refreshed = session->accessToken({}); // in the background, as after a start
}

} // namespace core
