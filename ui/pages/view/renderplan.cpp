// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/view/renderplan.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace ui {

namespace {

constexpr double greatestWholePage = 16e6; // pixels
constexpr double previewPixels = 2e6; // of a page drawn by regions, stretched below them
constexpr int bytesPerPixel = 4;
constexpr int mostAhead = 6;
constexpr double pointsPerInch = 72;

double pixels(const PageLayout &layout, int page)
{
    const QSizeF size = layout.pageSize(page);
    return size.width() * size.height() * layout.scale() * layout.scale();
}

int snapped(int value, int step, bool up)
{
    const double steps = static_cast<double>(value) / step;
    return static_cast<int>(up ? std::ceil(steps) : std::floor(steps)) * step;
}

// The part in sight and half a viewport around it. Its edges move in steps, so that a small scroll asks for the same.
QRectF regionAround(const PageLayout &layout, int page, const QRect &viewport)
{
    const QRect bounds = layout.pageRect(page);
    const int stepX = std::max(1, viewport.width() / 4);
    const int stepY = std::max(1, viewport.height() / 4);
    const QRect local = viewport.translated(-bounds.topLeft());
    const QPoint topLeft(snapped(local.left() - 2 * stepX, stepX, false),
                         snapped(local.top() - 2 * stepY, stepY, false));
    const QPoint bottomRight(snapped(local.right() + 2 * stepX, stepX, true),
                             snapped(local.bottom() + 2 * stepY, stepY, true));
    const QRect wanted = QRect(topLeft, bottomRight).translated(bounds.topLeft()) & bounds;
    return layout.transform(page).toPage(QRectF(wanted));
}

class Plan
{
public:
    Plan(const PageLayout &layout, const RenderSituation &situation, const PictureCache &cache)
        : m_layout(layout)
        , m_situation(situation)
        , m_cache(cache)
    {
    }

    void addVisible(const PageRange &range)
    {
        std::vector<int> pages;
        for (int page = range.first; page <= range.last; ++page)
            pages.push_back(page);
        const int middle = m_situation.viewport.center().y();
        std::sort(pages.begin(), pages.end(), [this, middle](int a, int b) {
            return std::abs(m_layout.pageRect(a).center().y() - middle)
                < std::abs(m_layout.pageRect(b).center().y() - middle);
        });
        std::stable_partition(pages.begin(), pages.end(), [this](int page) { return page == m_situation.sought; });
        for (const int page : pages)
            addPage(page, Urgency::Visible);
        for (const int page : pages)
            addRegion(page);
    }

    void addAround(const PageRange &range)
    {
        const int next = m_situation.direction > 0 ? range.last + 1 : range.first - 1;
        const int before = m_situation.direction > 0 ? range.first - 1 : range.last + 1;
        const int depth = pagesThatFit(range);
        for (int step = 0; step < depth; ++step)
            addPage(next + step * m_situation.direction, Urgency::Ahead);
        if (depth > 1)
            addPage(before, Urgency::Ahead);
    }

    void addNext()
    {
        const int next = m_situation.next;
        if (std::none_of(m_jobs.begin(), m_jobs.end(), [next](const RenderJob &job) { return job.key.page == next; }))
            addPage(next, Urgency::Ahead);
    }

    [[nodiscard]] std::vector<RenderJob> jobs() && { return std::move(m_jobs); }

private:
    void addPage(int page, Urgency urgency)
    {
        if (page < 1 || page > m_layout.pages())
            return;
        const PictureKey key = wholePage(m_layout, page);
        if (!m_cache.has(key))
            m_jobs.push_back({key, urgency});
    }

    void addRegion(int page)
    {
        if (!needsRegion(m_layout, page))
            return;
        const double dpi = wantedDpi(m_layout);
        const QRectF part = visiblePart(m_layout, page, m_situation.viewport);
        if (!m_cache.region(page, dpi, m_layout.rotation(), part))
            m_jobs.push_back({{page, dpi, m_layout.rotation(), regionAround(m_layout, page, m_situation.viewport)},
                              Urgency::Visible});
    }

    [[nodiscard]] int pagesThatFit(const PageRange &range) const
    {
        double inSight = 0;
        for (int page = range.first; page <= range.last; ++page)
            inSight += bytesPerPixel * std::min(pixels(m_layout, page), greatestWholePage);
        const double each = inSight / std::max(1, range.last - range.first + 1);
        const double room = static_cast<double>(m_cache.budget()) - inSight;
        return std::clamp(static_cast<int>(room / std::max(1.0, each)) - 1, 0, mostAhead);
    }

    const PageLayout &m_layout;
    const RenderSituation &m_situation;
    const PictureCache &m_cache;
    std::vector<RenderJob> m_jobs;
};

} // namespace

double wantedDpi(const PageLayout &layout)
{
    return layout.scale() * pointsPerInch;
}

bool needsRegion(const PageLayout &layout, int page)
{
    return pixels(layout, page) > greatestWholePage;
}

PictureKey wholePage(const PageLayout &layout, int page)
{
    double dpi = wantedDpi(layout);
    if (needsRegion(layout, page)) {
        const QSizeF size = layout.pageSize(page);
        dpi = std::sqrt(previewPixels / (size.width() * size.height())) * pointsPerInch;
    }
    return {page, dpi, layout.rotation(), {}};
}

QRectF visiblePart(const PageLayout &layout, int page, const QRect &viewport)
{
    return layout.transform(page).toPage(QRectF(viewport & layout.pageRect(page)));
}

std::vector<RenderJob> planRendering(const PageLayout &layout, const RenderSituation &situation,
                                     const PictureCache &cache)
{
    const PageRange range = layout.pagesBetween(situation.viewport.top(), situation.viewport.bottom());
    if (layout.pages() == 0 || range.last < range.first)
        return {};
    Plan plan(layout, situation, cache);
    plan.addVisible(range);
    if (!situation.hurried) {
        plan.addAround(range);
        plan.addNext();
    }
    return std::move(plan).jobs();
}

} // namespace ui
