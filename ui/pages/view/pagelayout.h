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

// Where pages lie below each other, in whole device pixels. Zooming costs nothing: positions are worked out of running
// sums of the sizes in points, so a book of ten thousand pages is no slower than a letter.
class PageLayout
{
public:
    PageLayout() = default;
    explicit PageLayout(const std::vector<QSizeF> &sizes); // points, as shown

    void setRotation(int degrees) { m_rotation = normalisedRotation(degrees); }
    void setScale(double devicePixelsPerPoint);
    void setMargin(int devicePixels) { m_margin = devicePixels; } // around and between pages
    void setAvailableWidth(int devicePixels) { m_availableWidth = devicePixels; } // pages are centred in it

    [[nodiscard]] int pages() const { return static_cast<int>(m_sizes.size()); }
    [[nodiscard]] int rotation() const { return m_rotation; }
    [[nodiscard]] double scale() const { return m_scale; }
    [[nodiscard]] int margin() const { return m_margin; }
    [[nodiscard]] QSizeF pageSize(int page) const; // points, before the view's rotation

    [[nodiscard]] QSize contentSize() const;
    [[nodiscard]] QRect pageRect(int page) const; // in the content
    [[nodiscard]] PageTransform transform(int page) const; // page points to content
    [[nodiscard]] int pageAt(int y) const; // the page there, or the one above the gap there
    [[nodiscard]] PageRange pagesBetween(int top, int bottom) const;

    [[nodiscard]] double scaleForWidth(int page, int width) const;
    [[nodiscard]] double scaleForPage(int page, const QSize &area) const;
    [[nodiscard]] double greatestScale() const; // positions stay far inside an int

private:
    [[nodiscard]] int top(int page) const;
    [[nodiscard]] const std::vector<double> &sums() const;

    std::vector<QSizeF> m_sizes;
    std::vector<double> m_heights; // of all pages before, upright
    std::vector<double> m_widths; // the same, turned by a quarter
    QSizeF m_widest; // widest page, highest page
    double m_scale = 1;
    int m_rotation = 0;
    int m_margin = 0;
    int m_availableWidth = 0;
};

} // namespace ui
