// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QSizeF>
#include <QTransform>

namespace ui {

// A rotation as the view knows it: 0, 90, 180 or 270 degrees clockwise.
[[nodiscard]] int normalisedRotation(int degrees);
[[nodiscard]] QSizeF rotatedSize(const QSizeF &size, int rotation);

// From points of a page as shown to the rectangle it fills on a surface, after the view's own rotation; and back.
class PageTransform
{
public:
    PageTransform(const QSizeF &points, int rotation, const QRectF &target);

    [[nodiscard]] QPointF toTarget(const QPointF &point) const { return m_transform.map(point); }
    [[nodiscard]] QRectF toTarget(const QRectF &box) const { return m_transform.mapRect(box); }
    [[nodiscard]] QPointF toPage(const QPointF &position) const { return m_inverse.map(position); }
    [[nodiscard]] QRectF toPage(const QRectF &area) const { return m_inverse.mapRect(area); }
    [[nodiscard]] const QTransform &matrix() const { return m_transform; }

private:
    QTransform m_transform;
    QTransform m_inverse;
};

} // namespace ui
