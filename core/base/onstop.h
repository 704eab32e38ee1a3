// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaObject>
#include <QObject>

#include <functional>
#include <optional>
#include <stop_token>

namespace core {

// Calls a handler from the event loop of an object's thread when a stop is asked for, from whatever thread. Made as a
// member of that object, so that it goes first.
class OnStop
{
public:
    OnStop() = default;

    void watch(const std::stop_token &stop, QObject *context, std::function<void()> handler)
    {
        m_callback.emplace(stop, [context, handler = std::move(handler)] {
            QMetaObject::invokeMethod(context, handler, Qt::QueuedConnection);
        });
    }
    void forget() { m_callback.reset(); }

private:
    std::optional<std::stop_callback<std::function<void()>>> m_callback;
};

} // namespace core
