// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/view/pagepictures.h"
#include "ui/pages/view/viewgeometry.h"

#include <QPalette>

class QPainter;

namespace ui {

// Draws paper with its shadow and the best picture there is of each page: the exact one, else another size stretched,
// else the thumbnail, else paper in the colour of the pages before. All in device pixels, so an exact picture is copied
// and never filtered.
class PagePainter
{
public:
    PagePainter(QPainter &painter, const ViewGeometry &geometry, const PagePictures &pictures, const QColor &surround);

    void paint(int page);

private:
    void paintShadow(const QRect &paper);
    void paintPicture(const Picture &picture, const QRect &paper);
    void paintThumbnail(int page, const QRect &paper);

    QPainter &m_painter;
    const ViewGeometry &m_geometry;
    const PagePictures &m_pictures;
    QColor m_surround; // what the shadow falls on
};

} // namespace ui
