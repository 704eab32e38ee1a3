// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"

#include <QPromise>

#include <memory>

namespace core {

// The other end of an Async: whoever works on the question gives the answer here. The first one counts; when the last
// copy goes without one, the future ends as Cancelled.
template<typename T = void>
class Answer
{
public:
    Answer()
        : m_promise(std::make_shared<QPromise<Result<T>>>())
    {
        m_promise->start();
    }

    [[nodiscard]] Async<T> future() const { return m_promise->future(); }
    [[nodiscard]] bool isGiven() const { return m_promise->future().isFinished(); }

    void give(Result<T> result) const
    {
        if (isGiven())
            return;
        m_promise->addResult(std::move(result));
        m_promise->finish();
    }

private:
    std::shared_ptr<QPromise<Result<T>>> m_promise;
};

} // namespace core
