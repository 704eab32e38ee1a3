// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QPromise>

#include <functional>
#include <memory>
#include <type_traits>

namespace core {

// The answer to one question, later.
template<typename T = void>
using Async = QFuture<Result<T>>;

template<typename T>
[[nodiscard]] Async<T> ready(Result<T> result)
{
    return QtFuture::makeReadyFuture(std::move(result));
}

// Calls handler with the answer, once, from the event loop of context's thread, unless context is gone by then.
// A future that ends without an answer gives ErrorCode::Cancelled.
// Not QFuture::then(context): in Qt 6.4 it asserts when context is gone, and it keeps one handler only.
template<typename T, typename Handler>
void whenDone(const QFuture<Result<T>> &future, QObject *context, Handler handler)
{
    auto *watcher = new QFutureWatcher<Result<T>>(context);
    QObject::connect(
        watcher, &QFutureWatcherBase::finished, context, [watcher, handler = std::move(handler)]() mutable {
            watcher->deleteLater();
            const auto answer = watcher->future();
            std::invoke(handler, answer.resultCount() > 0 ? answer.result() : Result<T>(fail(ErrorCode::Cancelled)));
        });
    watcher->setFuture(future);
}

// The same for the only one who waits for an answer that is too large to be copied: it is no longer in the future then.
template<typename T, typename Handler>
void whenTaken(const QFuture<Result<T>> &future, QObject *context, Handler handler)
{
    auto *watcher = new QFutureWatcher<Result<T>>(context);
    QObject::connect(
        watcher, &QFutureWatcherBase::finished, context, [watcher, handler = std::move(handler)]() mutable {
            watcher->deleteLater();
            auto answer = watcher->future();
            std::invoke(handler,
                        answer.resultCount() > 0 ? answer.takeResult() : Result<T>(fail(ErrorCode::Cancelled)));
        });
    watcher->setFuture(future);
}

namespace detail {
template<typename Next, typename T>
using FollowingOf =
    typename std::conditional_t<std::is_void_v<T>, std::invoke_result<Next>, std::invoke_result<Next, T>>::type;
} // namespace detail

// Asks the next question with the answer to the first, as whenDone() would. An error skips next and is the answer.
template<typename T, typename Next>
auto andThen(const QFuture<Result<T>> &future, QObject *context, Next next) -> detail::FollowingOf<Next, T>
{
    using Outcome = decltype(std::declval<detail::FollowingOf<Next, T>>().result());

    const auto promise = std::make_shared<QPromise<Outcome>>();
    promise->start();
    const auto finish = [promise](Outcome outcome) {
        promise->addResult(std::move(outcome));
        promise->finish();
    };
    whenDone(future, context, [context, finish, next = std::move(next)](Result<T> result) mutable {
        if (!result)
            finish(tl::make_unexpected(std::move(result).error()));
        else if constexpr (std::is_void_v<T>)
            whenDone(std::invoke(next), context, finish);
        else
            whenDone(std::invoke(next, *std::move(result)), context, finish);
    });
    return promise->future();
}

} // namespace core
