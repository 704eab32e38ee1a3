// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ui {

// What Tab reaches below `root`, in the order in which the layouts show it, whenever each of it was made. Also what is
// hidden or disabled just now.
[[nodiscard]] QWidgetList inLayoutOrder(QWidget &root);

// Takes the focus one further that way, and round. False: it is not below `root`, or has nowhere to go.
[[nodiscard]] bool stepFocus(QWidget &root, bool next);

} // namespace ui
