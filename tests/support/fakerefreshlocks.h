// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/refreshlock.h"

#include <QSet>

// Locks that programs of one test share.
class FakeRefreshLocks final : public core::RefreshLocks
{
public:
    core::Result<std::shared_ptr<Held>> tryTake(const QString &account) override
    {
        ++asked;
        if (isBroken)
            return core::fail(core::ErrorCode::Storage, QStringLiteral("no folder"));
        if (taken.contains(account))
            return std::shared_ptr<Held>();
        return std::make_shared<Lock>(*this, account);
    }

    QSet<QString> taken;
    int asked = 0;
    bool isBroken = false;

private:
    class Lock final : public Held
    {
    public:
        Lock(FakeRefreshLocks &locks, QString account)
            : m_locks(locks)
            , m_account(std::move(account))
        {
            m_locks.taken.insert(m_account);
        }
        ~Lock() override { m_locks.taken.remove(m_account); }

    private:
        FakeRefreshLocks &m_locks;
        QString m_account;
    };
};
