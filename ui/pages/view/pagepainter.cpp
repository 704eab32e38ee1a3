// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/view/pagepainter.h"

#include "ui/widgets/theme.h"

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

PagePainter::PagePainter(QPainter &painter, const ViewGeometry &geometry, const PagePictures &pictures,
                         const QColor &surround)
    : m_painter(painter)
    , m_geometry(geometry)
    , m_pictures(pictures)
    , m_surround(surround)
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
        if (const Picture *whole = cache.nearest(page, dpi, layout.rotation())) {
            if (!isExact(whole->image.size(), paper.size()) || whole->key.rotation != layout.rotation())
                m_painter.fillRect(paper, Qt::white);
            paintPicture(*whole, paper);
        } else {
            m_painter.fillRect(paper, m_pictures.paper());
            paintThumbnail(page, paper);
        }
    } else {
        paintPicture(*region, paper);
    }
    m_painter.restore();
}

void PagePainter::paintShadow(const QRect &paper)
{
    const int steps = static_cast<int>(std::lround(5 * m_geometry.ratio()));
    // Ring by ring, in opaque colours: what is translucent and high is shared out by Qt among threads, which wait for
    // the processors that the page workers have.
    for (int step = 1; step <= steps; ++step) {
        const double nearness = 1.0 - static_cast<double>(step) / (steps + 1);
        const QColor shade = shaded(m_surround, 0.22 * nearness * nearness);
        const QRect ring = paper.adjusted(-step, -step / 2, step, step + 1);
        m_painter.fillRect(ring.left(), ring.top(), 1, ring.height(), shade);
        m_painter.fillRect(ring.right(), ring.top(), 1, ring.height(), shade);
        m_painter.fillRect(ring.left() + 1, ring.bottom(), ring.width() - 2, 1, shade);
        if (step % 2 == 0) // rings lie closer on top, where the light comes from
            m_painter.fillRect(ring.left() + 1, ring.top(), ring.width() - 2, 1, shade);
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
        const QRect target = toView.toTarget(part).toRect();
        if (isExact(picture.image.size(), target.size())) {
            m_painter.fillRect(target.adjusted(0, target.height() - 1, 0, 0), Qt::white); // a row or column short
            m_painter.fillRect(target.adjusted(target.width() - 1, 0, 0, 0), Qt::white);
            m_painter.drawImage(target.topLeft(), picture.image);
            return;
        }
        m_painter.setRenderHint(QPainter::SmoothPixmapTransform);
        m_painter.drawImage(target, picture.image);
        return;
    }
    // Drawn for another rotation: turned here until the right one comes.
    const PageTransform toPicture(part.size(), key.rotation, QRectF(picture.image.rect()));
    const QTransform outOfPicture =
        toPicture.matrix().inverted() * QTransform::fromTranslate(part.x(), part.y()) * toView.matrix();
    m_painter.save();
    // A large picture is walked by its columns, which takes long enough without four of its pixels for each.
    m_painter.setRenderHint(QPainter::SmoothPixmapTransform, picture.image.width() < paper.width() / 2);
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
