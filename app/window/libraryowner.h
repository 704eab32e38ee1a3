// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/accounts.h"
#include "core/workflow/queue.h"

#include <optional>

namespace app {

// Shows the library of whoever is signed in, and nobody else's: the queue's partition follows the account's issuer and
// organization.
class LibraryOwner : public QObject
{
    Q_OBJECT

public:
    LibraryOwner(core::Accounts &accounts, core::Queue &queue, QObject *parent = nullptr);

    void follow(); // at the start; afterwards it happens by itself
    [[nodiscard]] bool isLoaded() const { return m_loaded; } // the rows of the one in use are there

signals:
    void loaded();

private:
    core::Accounts &m_accounts;
    core::Queue &m_queue;
    std::optional<core::Partition> m_partition; // nothing until it is known whose work is shown
    bool m_loaded = false;
};

} // namespace app
