// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/view/pagelayout.h"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr double leastPoints = 1; // a broken page of no size must not divide by zero
constexpr double greatestHeight = 1 << 30;

int wholePixels(double length)
{
    return static_cast<int>(std::lround(length));
}

} // namespace

PageLayout::PageLayout(const std::vector<QSizeF> &sizes)
{
    m_sizes.reserve(sizes.size());
    m_heights.reserve(sizes.size() + 1);
    m_widths.reserve(sizes.size() + 1);
    double height = 0;
    double width = 0;
    for (const QSizeF &size : sizes) {
        const QSizeF sane = size.expandedTo({leastPoints, leastPoints});
        m_sizes.push_back(sane);
        m_heights.push_back(height);
        m_widths.push_back(width);
        height += sane.height();
        width += sane.width();
        m_widest = m_widest.expandedTo(sane);
    }
    m_heights.push_back(height);
    m_widths.push_back(width);
}

void PageLayout::setScale(double devicePixelsPerPoint)
{
    m_scale = std::min(devicePixelsPerPoint, greatestScale());
}

QSizeF PageLayout::pageSize(int page) const
{
    return m_sizes.at(static_cast<std::size_t>(page - 1));
}

const std::vector<double> &PageLayout::sums() const
{
    return m_rotation % 180 == 0 ? m_heights : m_widths;
}

int PageLayout::top(int page) const
{
    return page * m_margin + wholePixels(sums().at(static_cast<std::size_t>(page - 1)) * m_scale);
}

QSize PageLayout::contentSize() const
{
    if (m_sizes.empty())
        return {};
    const int widest = wholePixels(rotatedSize(m_widest, m_rotation).width() * m_scale) + 2 * m_margin;
    return {std::max(widest, m_availableWidth), pageRect(pages()).bottom() + 1 + m_margin};
}

QRect PageLayout::pageRect(int page) const
{
    const QSizeF size = rotatedSize(pageSize(page), m_rotation) * m_scale;
    const QSize pixels(std::max(1, wholePixels(size.width())), std::max(1, wholePixels(size.height())));
    const int widest = wholePixels(rotatedSize(m_widest, m_rotation).width() * m_scale) + 2 * m_margin;
    return {QPoint((std::max(widest, m_availableWidth) - pixels.width()) / 2, top(page)), pixels};
}

PageTransform PageLayout::transform(int page) const
{
    return {pageSize(page), m_rotation, QRectF(pageRect(page))};
}

int PageLayout::pageAt(int y) const
{
    int low = 1;
    int high = std::max(1, pages());
    while (low < high) {
        const int middle = low + (high - low + 1) / 2;
        if (top(middle) <= y)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

PageRange PageLayout::pagesBetween(int top, int bottom) const
{
    if (m_sizes.empty() || bottom < top)
        return {};
    PageRange range{pageAt(top), pageAt(bottom)};
    if (pageRect(range.first).bottom() < top)
        ++range.first; // only the gap below it is in sight
    if (this->top(range.last) > bottom)
        --range.last;
    return range;
}

double PageLayout::scaleForWidth(int page, int width) const
{
    if (m_sizes.empty())
        return 1;
    return std::max(1, width - 2 * m_margin) / rotatedSize(pageSize(page), m_rotation).width();
}

double PageLayout::scaleForPage(int page, const QSize &area) const
{
    if (m_sizes.empty())
        return 1;
    const QSizeF size = rotatedSize(pageSize(page), m_rotation);
    return std::min(std::max(1, area.width() - 2 * m_margin) / size.width(),
                    std::max(1, area.height() - 2 * m_margin) / size.height());
}

double PageLayout::greatestScale() const
{
    if (m_sizes.empty())
        return 1;
    const double longest = std::max({m_heights.back(), m_widths.back(), m_widest.width(), m_widest.height()});
    return greatestHeight / longest;
}

} // namespace ui
