// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/refreshlock.h"

#include "core/base/answer.h"
#include "core/base/logging.h"

#include <QDeadlineTimer>
#include <QRandomGenerator>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

void tryAgain(RefreshLocks &locks, const QString &account, const QDeadlineTimer &deadline, QObject *context,
              const Answer<std::shared_ptr<RefreshLocks::Held>> &answer)
{
    auto taken = locks.tryTake(account);
    if (!taken) {
        qCWarning(lcIdentity) << "going on without a lock:" << taken.error().detail;
        return answer.give(std::shared_ptr<RefreshLocks::Held>());
    }
    if (*taken)
        return answer.give(*taken);
    if (deadline.hasExpired())
        return answer.give(
            fail(ErrorCode::Timeout, u"another program has been refreshing this session for too long"_s));
    QTimer::singleShot(QRandomGenerator::global()->bounded(20, 80), context,
                       [=, &locks] { tryAgain(locks, account, deadline, context, answer); });
}

} // namespace

Async<std::shared_ptr<RefreshLocks::Held>> takeRefreshLock(RefreshLocks *locks, const QString &account,
                                                           std::chrono::milliseconds patience, QObject *context)
{
    const Answer<std::shared_ptr<RefreshLocks::Held>> answer;
    if (locks)
        tryAgain(*locks, account, QDeadlineTimer(patience), context, answer);
    else
        answer.give(std::shared_ptr<RefreshLocks::Held>());
    return answer.future();
}

} // namespace core
