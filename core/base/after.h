// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace core {

// Calls a handler once after a while, from the event loop of context's thread, and not at all when context is gone by
// then. A value to pass in, so that a test need not wait.
using After = std::function<void(std::chrono::milliseconds delay, QObject *context, std::function<void()> handler)>;

inline void afterTimer(std::chrono::milliseconds delay, QObject *context, std::function<void()> handler)
{
    QTimer::singleShot(delay, context, std::move(handler));
}

} // namespace core
