// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <utility>
#include <vector>

// Milliseconds that each document of a folder of odd and hostile ones takes until it is opened, its first page drawn
// and all of its text read, or any of that refused.
[[nodiscard]] std::vector<std::pair<double, QString>> robustTimes(const QString &folder);
