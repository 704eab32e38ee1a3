// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/view/pagelayout.h"

#include <optional>

namespace ui {

struct PagePoint {
    int page = 1;
    QPointF point; // points
    friend bool operator==(const PagePoint &, const PagePoint &) = default;
};

// What part of the layout is in sight, and the way between positions in the view (logical pixels, as the mouse knows
// them) and points on a page. Scroll offsets are device pixels, so a page always starts on a whole one.
class ViewGeometry
{
public:
    void setPages(const std::vector<QSizeF> &sizes);
    void setViewport(const QSize &logical, double devicePixelRatio);
    void setOffset(const QPoint &devicePixels) { m_offset = devicePixels; }
    void setZoom(double zoom); // 1: a point is 1/72 of 96 logical pixels
    void setRotation(int degrees) { m_layout.setRotation(degrees); }
    void setFlow(const PageFlow &flow) { m_layout.setFlow(flow); }
    void setShownPage(int page) { m_layout.setShownPage(page); }

    [[nodiscard]] const PageLayout &layout() const { return m_layout; }
    [[nodiscard]] double ratio() const { return m_ratio; }
    [[nodiscard]] double zoom() const { return m_zoom; }
    [[nodiscard]] double zoomForWidth(int page) const;
    [[nodiscard]] double zoomForPage(int page) const;
    [[nodiscard]] QRect viewport() const { return {m_offset, m_size}; } // device pixels, in the content
    [[nodiscard]] QSize greatestOffset() const;
    [[nodiscard]] int centredOffset() const { return greatestOffset().width() / 2; } // sideways

    [[nodiscard]] PageRange visiblePages() const;
    [[nodiscard]] int currentPage() const; // the one that takes up the middle
    [[nodiscard]] QRect pageInView(int page) const
    {
        return m_layout.pageRect(page).translated(-m_offset);
    } // device pixels

    [[nodiscard]] PagePoint nearest(const QPointF &position) const; // may lie outside of the page
    [[nodiscard]] std::optional<PagePoint> at(const QPointF &position) const; // on a page
    [[nodiscard]] QPointF toView(const PagePoint &place) const;
    [[nodiscard]] QRectF toView(int page, const QRectF &box) const;
    [[nodiscard]] QPoint offsetFor(const PagePoint &place, const QPointF &position) const; // puts that place there

private:
    PageLayout m_layout;
    QSize m_size; // device pixels
    QPoint m_offset;
    double m_ratio = 1;
    double m_zoom = 1;
};

} // namespace ui
