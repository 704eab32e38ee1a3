// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace core {

// One line of RFC 4180, CRLF included. Cells that a spreadsheet would take for a formula are defused, numbers are not.
[[nodiscard]] QByteArray csvLine(const QStringList &cells);

inline constexpr char utf8Mark[] = "\xEF\xBB\xBF"; // without it spreadsheets take UTF-8 for something else

} // namespace core
