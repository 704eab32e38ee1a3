// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/answer.h"
#include "core/base/onstop.h"

namespace core {

// One caller's view of an answer that others wait for too: stopping it ends this view as Cancelled, and nothing else.
template<typename T>
[[nodiscard]] Async<T> stoppable(const Async<T> &shared, QObject *context, const std::stop_token &stop)
{
    class Waiter final : public QObject
    {
    public:
        using QObject::QObject;
        OnStop onStop;
    };

    if (!stop.stop_possible())
        return shared;
    const Answer<T> answer;
    auto *waiter = new Waiter(context);
    const auto finish = [answer, waiter](Result<T> result) {
        answer.give(std::move(result));
        waiter->deleteLater();
    };
    waiter->onStop.watch(stop, waiter, [finish] { finish(fail(ErrorCode::Cancelled)); });
    whenDone(shared, waiter, finish);
    return answer.future();
}

} // namespace core
