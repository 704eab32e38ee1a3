// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <chrono>

namespace core {

// What time it is. A port, so that a test can move the hands.
class Clock
{
public:
    Clock() = default;
    Clock(const Clock &) = delete;
    Clock &operator=(const Clock &) = delete;
    virtual ~Clock() = default;

    [[nodiscard]] virtual QDateTime now() const = 0; // UTC
    // Passes evenly, while the computer sleeps too, and nobody sets it: for lifetimes. Where it begins means nothing.
    [[nodiscard]] virtual std::chrono::milliseconds steady() const
    {
        return std::chrono::milliseconds(now().toMSecsSinceEpoch());
    }
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
    [[nodiscard]] std::chrono::milliseconds steady() const override;
};

} // namespace core
