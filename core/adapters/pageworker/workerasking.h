// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapters/pageworker/protocol.h"
#include "core/adapters/pageworker/workerpool.h"

// How the pool puts a question to a worker: for its own sources only.
namespace core {

inline constexpr int priorityOfExtras = 10; // after what is on the screen, before what may be looked at next

template<typename Body>
Result<Body> bodyOf(const QByteArray &bytes)
{
    auto body = unpack<Body>(bytes);
    if (!body)
        return fail(ErrorCode::WorkerLost, QStringLiteral("malformed answer"));
    return *std::move(body);
}

template<typename T>
Async<T> WorkerPool::submit(JobPointer job, const std::stop_token &stop,
                            std::function<Result<T>(const QByteArray &)> read)
{
    const auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    job->done = [promise, read = std::move(read)](const Result<QByteArray> &body) {
        promise->addResult(body.and_then(read));
        promise->finish();
    };
    m_dispatcher.enqueue(job, stop);
    return promise->future();
}

} // namespace core
