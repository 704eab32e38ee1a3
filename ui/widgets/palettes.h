// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>

namespace ui {

[[nodiscard]] QPalette lightPalette();
[[nodiscard]] QPalette darkPalette();

// Hairlines between panes and round controls.
[[nodiscard]] QColor lineColour(const QPalette &palette);
// Words that matter less than the others; still 4.5:1.
[[nodiscard]] QColor quietText(const QPalette &palette);

} // namespace ui
