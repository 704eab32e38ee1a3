// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/lock/filerefreshlocks.h"

#include "core/base/paths.h"

#include <QDir>
#include <QLockFile>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

// Longer than any refresh can take with a slow keychain and a slow provider. QLockFile sees at once that a program of
// this computer is gone; this is for one that hangs, and for what another host name has left in a shared home folder.
constexpr std::chrono::milliseconds longestRefresh{600'000};

class HeldFile final : public RefreshLocks::Held
{
public:
    explicit HeldFile(const QString &file)
        : lock(file)
    {
        lock.setStaleLockTime(static_cast<int>(longestRefresh.count()));
    }
    QLockFile lock;
};

} // namespace

FileRefreshLocks::FileRefreshLocks()
    : FileRefreshLocks(paths::state() + "/locks"_L1)
{
}

FileRefreshLocks::FileRefreshLocks(QString folder)
    : m_folder(std::move(folder))
{
}

Result<std::shared_ptr<RefreshLocks::Held>> FileRefreshLocks::tryTake(const QString &account)
{
    if (!QDir().mkpath(m_folder))
        return fail(ErrorCode::Storage, u"no folder for locks: "_s + m_folder);
    const auto held = std::make_shared<HeldFile>(m_folder + "/refresh-"_L1 + account + ".lock"_L1);
    if (held->lock.tryLock(0))
        return std::shared_ptr<Held>(held);
    if (held->lock.error() == QLockFile::LockFailedError)
        return std::shared_ptr<Held>();
    return fail(ErrorCode::Storage, u"no lock in "_s + m_folder);
}

} // namespace core
