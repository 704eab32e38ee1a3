// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

#ifdef Q_OS_LINUX
#include <ctime>
#endif

namespace core {

std::chrono::milliseconds SystemClock::steady() const
{
#ifdef Q_OS_LINUX
    // Not CLOCK_MONOTONIC: that one stands still while the computer sleeps, and tokens do not.
    timespec time{};
    if (clock_gettime(CLOCK_BOOTTIME, &time) == 0)
        return std::chrono::milliseconds(time.tv_sec * 1000LL + time.tv_nsec / 1'000'000);
#endif
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

} // namespace core
