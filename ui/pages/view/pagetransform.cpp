// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/view/pagetransform.h"

namespace ui {

namespace {

// Turns the page about its own corner so that it lies in the first quadrant again.
QTransform turned(const QSizeF &points, int rotation)
{
    switch (rotation) {
    case 90:
        return QTransform(0, 1, -1, 0, points.height(), 0);
    case 180:
        return QTransform(-1, 0, 0, -1, points.width(), points.height());
    case 270:
        return QTransform(0, -1, 1, 0, 0, points.width());
    default:
        return {};
    }
}

} // namespace

int normalisedRotation(int degrees)
{
    return ((degrees / 90) % 4 + 4) % 4 * 90;
}

QSizeF rotatedSize(const QSizeF &size, int rotation)
{
    return rotation % 180 == 0 ? size : size.transposed();
}

PageTransform::PageTransform(const QSizeF &points, int rotation, const QRectF &target)
{
    const QSizeF shown = rotatedSize(points, rotation);
    if (shown.isEmpty())
        return;
    m_transform = turned(points, rotation)
        * QTransform::fromScale(target.width() / shown.width(), target.height() / shown.height())
        * QTransform::fromTranslate(target.x(), target.y());
    m_inverse = m_transform.inverted();
}

} // namespace ui
