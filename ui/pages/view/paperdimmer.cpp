// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/view/paperdimmer.h"

#include <QPainter>

namespace ui {

namespace {

constexpr int darkness = 96; // of 255
constexpr int band = 64; // device pixels: what is higher Qt shares out among threads, and waits for them

} // namespace

QColor paperShade()
{
    return {0, 0, 0, darkness};
}

void dimPaper(QPainter &painter, const ViewGeometry &geometry, const QRegion &kept)
{
    const double ratio = geometry.ratio();
    const PageRange range = geometry.visiblePages();
    painter.save();
    QRegion lit;
    for (const QRect &box : kept)
        lit += QRectF(QPointF(box.topLeft()) * ratio, QSizeF(box.size()) * ratio).toAlignedRect();
    painter.scale(1 / ratio, 1 / ratio);
    for (int page = range.first; page <= range.last; ++page) {
        for (const QRect &part : QRegion(geometry.pageInView(page)) - lit) {
            for (int top = part.top(); top <= part.bottom(); top += band)
                painter.fillRect(part & QRect(part.left(), top, part.width(), band), paperShade());
        }
    }
    painter.restore();
}

} // namespace ui
