// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace ui {

// Shows a page that is as large as there is room for, and scrolls it up and down where that is too little. Nothing of
// its own is seen but the bar; what gets the keys comes into view.
[[nodiscard]] QWidget *scrolling(QWidget *page, QWidget *parent);

} // namespace ui
