// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>
#include <QPixmap>

namespace ui {

[[nodiscard]] QString initialsOf(const QString &name); // at most two
// The initials in a filled circle; `ratio` is the screen's device pixel ratio.
[[nodiscard]] QPixmap avatar(const QString &name, int side, const QPalette &palette, qreal ratio = 1);

} // namespace ui
