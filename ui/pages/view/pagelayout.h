// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/view/pagetransform.h"

#include <QRect>
#include <QSizeF>

#include <vector>

namespace ui {

struct PageRange {
    int first = 1;
    int last = 0; // before first: no page
    [[nodiscard]] bool contains(int page) const { return page >= first && page <= last; }
    friend bool operator==(const PageRange &, const PageRange &) = default;
};

// How pages stand together. A row holds one page or two side by side; all rows below each other, or one at a time.
struct PageFlow {
    bool continuous = true;
    bool sideBySide = false;
    bool coverAlone = false; // two pages side by side, the first one alone on the right as in a book
    friend bool operator==(const PageFlow &, const PageFlow &) = default;
};

// Where the rows of pages lie, in whole device pixels. Zooming costs nothing: positions are worked out of running
// sums of the heights in points, so a book of ten thousand pages is no slower than a letter.
class PageLayout
{
public:
    PageLayout() = default;
    explicit PageLayout(const std::vector<QSizeF> &sizes); // points, as shown

    void setRotation(int degrees);
    void setFlow(const PageFlow &flow);
    void setShownPage(int page); // whose row is shown where they are not continuous
    void setScale(double devicePixelsPerPoint);
    void setMargin(int devicePixels) { m_margin = devicePixels; } // around and between pages
    void setAvailable(const QSize &devicePixels) { m_available = devicePixels; } // pages are centred in it

    [[nodiscard]] int pages() const { return static_cast<int>(m_sizes.size()); }
    [[nodiscard]] int rotation() const { return m_rotation; }
    [[nodiscard]] const PageFlow &flow() const { return m_flow; }
    [[nodiscard]] double scale() const { return m_scale; }
    [[nodiscard]] int margin() const { return m_margin; }
    [[nodiscard]] QSizeF pageSize(int page) const; // points, before the view's rotation

    [[nodiscard]] QSize contentSize() const;
    [[nodiscard]] QRect pageRect(int page) const; // in the content; of a row that is not shown, where it would be
    [[nodiscard]] PageTransform transform(int page) const; // page points to content
    [[nodiscard]] int pageAt(int y) const; // the first page of the row there, or of the one above the gap there
    [[nodiscard]] PageRange pagesBetween(int top, int bottom) const;
    [[nodiscard]] PageRange rowOf(int page) const; // the pages that stand in its row
    [[nodiscard]] int nextRow(int page, int direction) const; // first page of the row before or after; else its own

    [[nodiscard]] QSizeF roomFor(const QSize &area) const; // of one page, between margins
    [[nodiscard]] double scaleForWidth(int page, int width) const;
    [[nodiscard]] double scaleForPage(int page, const QSize &area) const;
    [[nodiscard]] double greatestScale() const; // positions stay far inside an int

private:
    void arrange();
    [[nodiscard]] int rows() const { return static_cast<int>(m_sums.size()) - 1; }
    [[nodiscard]] int rowIndex(int page) const;
    [[nodiscard]] PageRange pagesOfRow(int row) const;
    [[nodiscard]] QSizeF rowBox(int row) const; // points: its widest page and its highest
    [[nodiscard]] int width(double widest) const; // of a content with a page so wide
    [[nodiscard]] int widestContent() const;
    [[nodiscard]] int gapBetween() const { return m_flow.sideBySide ? m_margin / 2 : 0; }
    [[nodiscard]] int top(int row) const;

    std::vector<QSizeF> m_sizes;
    std::vector<double> m_sums{0}; // points: heights of all rows before, and of all
    QSizeF m_widest; // widest page, highest page, as the view turns them
    PageFlow m_flow;
    double m_scale = 1;
    int m_rotation = 0;
    int m_margin = 0;
    int m_shown = 1;
    QSize m_available;
};

} // namespace ui
