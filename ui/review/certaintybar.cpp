// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/certaintybar.h"

#include "ui/widgets/palettes.h"

#include <QPainter>

#include <algorithm>

namespace ui {

void drawCertainty(QPainter &painter, const QRectF &area, double certainty, const QColor &colour,
                   const QPalette &palette)
{
    constexpr double height = 4;
    QRectF bar(area.left(), area.center().y() - height / 2, area.width(), height);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(lineColour(palette));
    painter.drawRoundedRect(bar, height / 2, height / 2);
    bar.setWidth(bar.width() * std::clamp(certainty, 0.0, 1.0));
    painter.setBrush(colour);
    if (bar.width() > 0)
        painter.drawRoundedRect(bar, height / 2, height / 2);
    painter.restore();
}

} // namespace ui
