// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace core {

// 1 to 12 for a month's name or abbreviation in English, German, French, Dutch, Spanish or Italian; 0 when it is none.
[[nodiscard]] int monthOf(const QString &word);

} // namespace core
