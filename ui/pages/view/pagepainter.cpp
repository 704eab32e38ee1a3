// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/view/pagepainter.h"

#include <QPainter>

#include <cmath>
#include <cstdlib>

namespace ui {

namespace {

// Poppler and the layout may round a side differently; such a picture is still shown pixel by pixel.
bool isExact(const QSize &picture, const QSize &wanted)
{
    return std::abs(picture.width() - wanted.width()) <= 1 && std::abs(picture.height() - wanted.height()) <= 1;
}

} // namespace

PagePainter::PagePainter(QPainter &painter, const ViewGeometry &geometry, const PagePictures &pictures)
    : m_painter(painter)
    , m_geometry(geometry)
    , m_pictures(pictures)
{
}

void PagePainter::paint(int page)
{
    const PageLayout &layout = m_geometry.layout();
    const QRect paper = m_geometry.pageInView(page);
    paintShadow(paper);
    m_painter.save();
    m_painter.setClipRect(paper, Qt::IntersectClip);
    const double dpi = wantedDpi(layout);
    const PictureCache &cache = m_pictures.cache();
    const Picture *region = needsRegion(layout, page)
        ? cache.region(page, dpi, layout.rotation(), visiblePart(layout, page, m_geometry.viewport()))
        : nullptr;
    if (!region) {
        m_painter.fillRect(paper, Qt::white);
        if (const Picture *whole = cache.nearest(page, dpi, layout.rotation()))
            paintPicture(*whole, paper);
        else
            paintThumbnail(page, paper);
    } else {
        paintPicture(*region, paper);
    }
    m_painter.restore();
}

void PagePainter::paintShadow(const QRect &paper)
{
    const int steps = static_cast<int>(std::lround(5 * m_geometry.ratio()));
    m_painter.setPen(Qt::NoPen);
    for (int step = steps; step > 0; --step) {
        m_painter.setBrush(QColor(0, 0, 0, 5 + 12 * (steps - step) / steps));
        m_painter.drawRect(paper.adjusted(-step, -step / 2, step, step + 1));
    }
}

void PagePainter::paintPicture(const Picture &picture, const QRect &paper)
{
    const PictureKey &key = picture.key;
    const int rotation = m_geometry.layout().rotation();
    const QSizeF points = m_geometry.layout().pageSize(key.page);
    const QRectF part = key.region.isEmpty() ? QRectF(QPointF(), points) : key.region;
    const PageTransform toView(points, rotation, paper);
    if (key.rotation == rotation) {
        QRect target = toView.toTarget(part).toRect();
        if (isExact(picture.image.size(), target.size()))
            target.setSize(picture.image.size());
        m_painter.setRenderHint(QPainter::SmoothPixmapTransform, target.size() != picture.image.size());
        m_painter.drawImage(target, picture.image);
        return;
    }
    // Drawn for another rotation: turned here until the right one comes.
    const PageTransform toPicture(part.size(), key.rotation, QRectF(picture.image.rect()));
    const QTransform outOfPicture =
        toPicture.matrix().inverted() * QTransform::fromTranslate(part.x(), part.y()) * toView.matrix();
    m_painter.save();
    m_painter.setRenderHint(QPainter::SmoothPixmapTransform);
    m_painter.setTransform(outOfPicture, true);
    m_painter.drawImage(QPointF(), picture.image);
    m_painter.restore();
}

void PagePainter::paintThumbnail(int page, const QRect &paper)
{
    const QImage thumbnail = m_pictures.thumbnail(page);
    if (!thumbnail.isNull()) {
        const double dpi = 72.0 * thumbnail.width() / m_geometry.layout().pageSize(page).width();
        paintPicture({{page, dpi, 0, {}}, thumbnail}, paper);
    }
}

} // namespace ui
