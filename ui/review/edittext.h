// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/review.h"

namespace ui {

// "Total corrected: 1,210.50 → 1,240.50"
[[nodiscard]] QString editText(const core::EditRow &row, const core::Extraction &extraction);

// "Items, row 3, Quantity"
[[nodiscard]] QString titleOf(const QString &path, const core::Extraction &extraction);

} // namespace ui
