// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"

#include <QObject>

#include <chrono>
#include <memory>

namespace core {

// Keeps two programs of one user from spending the same refresh token. Never waits: whoever finds it taken tries again
// later. What a program that died has left behind counts as free.
class RefreshLocks
{
public:
    class Held
    {
    public:
        Held() = default;
        Held(const Held &) = delete;
        Held &operator=(const Held &) = delete;
        virtual ~Held() = default; // lets go
    };

    RefreshLocks() = default;
    RefreshLocks(const RefreshLocks &) = delete;
    RefreshLocks &operator=(const RefreshLocks &) = delete;
    virtual ~RefreshLocks() = default;

    // Null: another one holds it. Storage: there can be no lock here (no folder, a full disk).
    [[nodiscard]] virtual Result<std::shared_ptr<Held>> tryTake(const QString &account) = 0;
};

// Tries again until it is taken; Timeout when another one holds it for longer than patience. Null where there is
// nothing to take: no locks, or no folder for them, which is no reason to end a session.
[[nodiscard]] Async<std::shared_ptr<RefreshLocks::Held>>
takeRefreshLock(RefreshLocks *locks, const QString &account, std::chrono::milliseconds patience, QObject *context);

} // namespace core
