// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/libraryowner.h"

namespace app {
namespace {

core::Partition partitionOf(const std::optional<core::Account> &account)
{
    return account ? core::Partition{account->issuer, account->organization} : core::Partition{};
}

} // namespace

LibraryOwner::LibraryOwner(core::Accounts &accounts, core::Queue &queue, QObject *parent)
    : QObject(parent)
    , m_accounts(accounts)
    , m_queue(queue)
{
    connect(&accounts, &core::Accounts::changed, this, &LibraryOwner::follow);
    connect(&queue, &core::Queue::loaded, this, [this] {
        m_loaded = true;
        emit loaded();
    });
}

void LibraryOwner::follow()
{
    using State = core::Accounts::State;
    const bool undecided = m_accounts.state() == State::Restoring || m_accounts.state() == State::SigningIn;
    if (undecided && !m_accounts.current() && (m_partition || m_accounts.state() == State::Restoring))
        return; // whose work it is will be known in a moment; until then what is shown stays
    const core::Partition partition = partitionOf(m_accounts.current());
    if (m_partition == partition)
        return;
    m_partition = partition;
    m_loaded = false;
    m_queue.setPartition(partition);
}

} // namespace app
