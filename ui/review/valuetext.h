// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extraction/extraction.h"

#include <QLocale>

namespace ui {

// A normalised value as people read it: digits grouped, the locale's decimal sign, dates as they are (ISO 8601).
[[nodiscard]] QString valueText(const QString &value, core::ValueType type, const QString &currency = QString(),
                                const QLocale &locale = QLocale());
[[nodiscard]] QString valueText(const core::ExtractedField &field);

// What stands in the editor at first: as printed where that is known, so that it can be compared with the page.
[[nodiscard]] QString editingText(const core::ExtractedField &field);
[[nodiscard]] QString editingText(const core::ExtractedCell &cell);

// How a value of that type is typed, for the message after one that is not.
[[nodiscard]] QString typeHint(core::ValueType type);

} // namespace ui
