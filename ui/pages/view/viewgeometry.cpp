// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/view/viewgeometry.h"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr double logicalPixelsPerPoint = 96.0 / 72.0;
constexpr int marginPixels = 12; // logical

} // namespace

void ViewGeometry::setPages(const std::vector<QSizeF> &sizes)
{
    const PageLayout before = m_layout;
    m_layout = PageLayout(sizes);
    m_layout.setRotation(before.rotation());
    m_layout.setFlow(before.flow());
    m_offset = {};
    m_layout.setMargin(static_cast<int>(std::lround(marginPixels * m_ratio)));
    m_layout.setAvailable(m_size);
    setZoom(m_zoom);
}

void ViewGeometry::setViewport(const QSize &logical, double devicePixelRatio)
{
    m_ratio = devicePixelRatio;
    m_size = (QSizeF(logical) * m_ratio).toSize();
    m_layout.setMargin(static_cast<int>(std::lround(marginPixels * m_ratio)));
    m_layout.setAvailable(m_size);
    setZoom(m_zoom);
}

void ViewGeometry::setZoom(double zoom)
{
    m_layout.setScale(zoom * logicalPixelsPerPoint * m_ratio);
    m_zoom = m_layout.scale() / (logicalPixelsPerPoint * m_ratio);
}

double ViewGeometry::zoomForWidth(int page) const
{
    return m_layout.scaleForWidth(page, m_size.width()) / (logicalPixelsPerPoint * m_ratio);
}

double ViewGeometry::zoomForPage(int page) const
{
    return m_layout.scaleForPage(page, m_size) / (logicalPixelsPerPoint * m_ratio);
}

QSize ViewGeometry::greatestOffset() const
{
    return (m_layout.contentSize() - m_size).expandedTo({0, 0});
}

PageRange ViewGeometry::visiblePages() const
{
    const QRect area = viewport();
    return m_layout.pagesBetween(area.top(), area.bottom());
}

int ViewGeometry::currentPage() const
{
    const QRect area = viewport();
    // A third of the way down is where people read; the very end belongs to the last page, however short it is.
    if (m_layout.flow().continuous && m_layout.pages() > 0 && area.bottom() + 1 >= m_layout.contentSize().height() && area.top() > 0)
        return m_layout.pages();
    return m_layout.pageAt(area.top() + area.height() / 3);
}

PagePoint ViewGeometry::nearest(const QPointF &position) const
{
    if (m_layout.pages() == 0)
        return {};
    const QPointF inContent = position * m_ratio + m_offset;
    const auto distance = [this, &inContent](int page) {
        const QRectF paper(m_layout.pageRect(page));
        const double across = std::max({paper.left() - inContent.x(), inContent.x() - paper.right(), 0.0});
        const double down = std::max({paper.top() - inContent.y(), inContent.y() - paper.bottom(), 0.0});
        return std::hypot(across, down);
    };
    int best = m_layout.pageAt(static_cast<int>(std::floor(inContent.y())));
    const int last = m_layout.rowOf(m_layout.flow().continuous ? m_layout.nextRow(best, 1) : best).last;
    for (int page = best + 1; page <= last; ++page) {
        if (distance(page) < distance(best))
            best = page;
    }
    return {best, m_layout.transform(best).toPage(inContent)};
}

std::optional<PagePoint> ViewGeometry::at(const QPointF &position) const
{
    if (m_layout.pages() == 0)
        return {};
    const PagePoint place = nearest(position);
    if (!QRectF(m_layout.pageRect(place.page)).contains(position * m_ratio + m_offset))
        return {};
    return place;
}

QPointF ViewGeometry::toView(const PagePoint &place) const
{
    return (m_layout.transform(place.page).toTarget(place.point) - m_offset) / m_ratio;
}

QRectF ViewGeometry::toView(int page, const QRectF &box) const
{
    const QRectF inView = m_layout.transform(page).toTarget(box).translated(-m_offset);
    return {inView.topLeft() / m_ratio, inView.size() / m_ratio};
}

QPoint ViewGeometry::offsetFor(const PagePoint &place, const QPointF &position) const
{
    const QPointF wanted = m_layout.transform(place.page).toTarget(place.point) - position * m_ratio;
    const QSize greatest = greatestOffset();
    return {std::clamp(static_cast<int>(std::lround(wanted.x())), 0, greatest.width()),
            std::clamp(static_cast<int>(std::lround(wanted.y())), 0, greatest.height())};
}

} // namespace ui
