// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QKeySequence>
#include <QString>

namespace ui {

[[nodiscard]] QString percentText(double part); // 0.973 -> "97 %", never "100 %" for less than 1
[[nodiscard]] QString momentText(const QDateTime &when,
                                 const QDateTime &now); // "14:05", "yesterday 14:05", "7 May 2024"
[[nodiscard]] QString clockText(const QDateTime &when); // "14:05:32", for what is seconds away
[[nodiscard]] QString bytesText(qint64 bytes);
// "Total" + Ctrl+E -> "Total (Ctrl+E)"
[[nodiscard]] QString withKeys(const QString &text, const QKeySequence &keys);

} // namespace ui
