// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRectF>

class QPainter;
class QPalette;

namespace ui {

inline constexpr int certaintyBarWidth = 36;

// A small quiet bar, filled to the certainty.
void drawCertainty(QPainter &painter, const QRectF &area, double certainty, const QColor &colour,
                   const QPalette &palette);

} // namespace ui
