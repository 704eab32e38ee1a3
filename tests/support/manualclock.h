// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

class ManualClock final : public core::Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return time; }

    QDateTime time{QDate(2024, 5, 7), QTime(10, 0), Qt::UTC};
};
