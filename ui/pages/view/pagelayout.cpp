// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/view/pagelayout.h"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr double leastPoints = 1; // a broken page of no size must not divide by zero
constexpr double greatestLength = 1 << 30;

int wholePixels(double length)
{
    return static_cast<int>(std::lround(length));
}

} // namespace

PageLayout::PageLayout(const std::vector<QSizeF> &sizes)
{
    m_sizes.reserve(sizes.size());
    for (const QSizeF &size : sizes)
        m_sizes.push_back(size.expandedTo({leastPoints, leastPoints}));
    arrange();
}

void PageLayout::setRotation(int degrees)
{
    m_rotation = normalisedRotation(degrees);
    arrange();
}

void PageLayout::setFlow(const PageFlow &flow)
{
    m_flow = flow;
    arrange();
}

void PageLayout::setShownPage(int page)
{
    m_shown = std::clamp(page, 1, std::max(1, pages()));
}

void PageLayout::arrange()
{
    m_sums.assign(1, 0);
    m_widest = {};
    for (int page = 1; page <= pages(); page = pagesOfRow(rows() - 1).last + 1) {
        m_sums.push_back(0); // the row is there from here on
        const QSizeF box = rowBox(rows() - 1);
        m_sums.back() = m_sums[m_sums.size() - 2] + box.height();
        m_widest = m_widest.expandedTo(box);
    }
    setScale(m_scale);
}

void PageLayout::setScale(double devicePixelsPerPoint)
{
    m_scale = std::min(devicePixelsPerPoint, greatestScale());
}

QSizeF PageLayout::pageSize(int page) const
{
    return m_sizes.at(static_cast<std::size_t>(page - 1));
}

int PageLayout::rowIndex(int page) const
{
    if (!m_flow.sideBySide)
        return page - 1;
    return m_flow.coverAlone ? page / 2 : (page - 1) / 2;
}

PageRange PageLayout::pagesOfRow(int row) const
{
    if (!m_flow.sideBySide)
        return {row + 1, row + 1};
    const int left = m_flow.coverAlone ? 2 * row : 2 * row + 1;
    return {std::max(1, left), std::min(pages(), left + 1)};
}

PageRange PageLayout::rowOf(int page) const
{
    return m_sizes.empty() ? PageRange{} : pagesOfRow(rowIndex(page));
}

int PageLayout::nextRow(int page, int direction) const
{
    if (m_sizes.empty())
        return page;
    return pagesOfRow(std::clamp(rowIndex(page) + direction, 0, rows() - 1)).first;
}

QSizeF PageLayout::rowBox(int row) const
{
    QSizeF box;
    const PageRange range = pagesOfRow(row);
    for (int page = range.first; page <= range.last; ++page)
        box = box.expandedTo(rotatedSize(pageSize(page), m_rotation));
    return box;
}

int PageLayout::width(double widest) const
{
    const int page = wholePixels(widest * m_scale);
    return (m_flow.sideBySide ? 2 * page + gapBetween() : page) + 2 * m_margin;
}

int PageLayout::widestContent() const
{
    const double widest = m_flow.continuous ? m_widest.width() : rowBox(rowIndex(m_shown)).width();
    return std::max(width(widest), m_available.width());
}

int PageLayout::top(int row) const
{
    if (m_flow.continuous)
        return (row + 1) * m_margin + wholePixels(m_sums.at(static_cast<std::size_t>(row)) * m_scale);
    return std::max(m_margin, (m_available.height() - wholePixels(rowBox(row).height() * m_scale)) / 2);
}

QSize PageLayout::contentSize() const
{
    if (m_sizes.empty())
        return {};
    const int row = m_flow.continuous ? rows() - 1 : rowIndex(m_shown);
    const int height = top(row) + std::max(1, wholePixels(rowBox(row).height() * m_scale)) + m_margin;
    return {widestContent(), m_flow.continuous ? height : std::max(height, m_available.height())};
}

QRect PageLayout::pageRect(int page) const
{
    const QSizeF size = rotatedSize(pageSize(page), m_rotation) * m_scale;
    const QSize pixels(std::max(1, wholePixels(size.width())), std::max(1, wholePixels(size.height())));
    const int total = widestContent();
    int left = (total - pixels.width()) / 2;
    if (m_flow.sideBySide) {
        const bool onTheRight = page % 2 == (m_flow.coverAlone ? 1 : 0);
        const int spine = total / 2;
        left = onTheRight ? spine + gapBetween() - gapBetween() / 2 : spine - gapBetween() / 2 - pixels.width();
    }
    return {QPoint(left, top(rowIndex(page))), pixels};
}

PageTransform PageLayout::transform(int page) const
{
    return {pageSize(page), m_rotation, QRectF(pageRect(page))};
}

int PageLayout::pageAt(int y) const
{
    if (m_sizes.empty())
        return 1;
    if (!m_flow.continuous)
        return pagesOfRow(rowIndex(m_shown)).first;
    int low = 0;
    int high = rows() - 1;
    while (low < high) {
        const int middle = low + (high - low + 1) / 2;
        if (top(middle) <= y)
            low = middle;
        else
            high = middle - 1;
    }
    return pagesOfRow(low).first;
}

PageRange PageLayout::pagesBetween(int top, int bottom) const
{
    if (m_sizes.empty() || bottom < top)
        return {};
    int first = rowIndex(pageAt(top));
    int last = rowIndex(pageAt(bottom));
    const int firstBottom = this->top(first) + std::max(1, wholePixels(rowBox(first).height() * m_scale));
    if (firstBottom <= top)
        ++first; // only the gap below it is in sight
    if (this->top(last) > bottom)
        --last;
    return {pagesOfRow(first).first, pagesOfRow(last).last};
}

QSizeF PageLayout::roomFor(const QSize &area) const
{
    const double columns = m_flow.sideBySide ? 2 : 1;
    return {std::max(1, area.width() - 2 * m_margin - gapBetween()) / columns,
            static_cast<double>(std::max(1, area.height() - 2 * m_margin))};
}

double PageLayout::scaleForWidth(int page, int width) const
{
    if (m_sizes.empty())
        return 1;
    return roomFor({width, 1}).width() / rowBox(rowIndex(page)).width();
}

double PageLayout::scaleForPage(int page, const QSize &area) const
{
    if (m_sizes.empty())
        return 1;
    return std::min(scaleForWidth(page, area.width()),
                    roomFor(area).height() / rowBox(rowIndex(page)).height());
}

double PageLayout::greatestScale() const
{
    if (m_sizes.empty())
        return 1;
    return greatestLength / std::max({m_sums.back(), 2 * m_widest.width(), m_widest.height()});
}

} // namespace ui
