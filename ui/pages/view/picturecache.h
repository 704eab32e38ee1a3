// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/view/pagelayout.h"
#include "ui/pages/view/picture.h"

#include <map>

namespace ui {

// Pictures of pages within a budget of bytes. What lies farthest from the pages in sight goes first, and of two
// equally far the one that the reader is scrolling away from.
class PictureCache
{
public:
    explicit PictureCache(qint64 budget)
        : m_budget(budget)
    {
    }

    void insert(const PictureKey &key, const QImage &image); // replaces what it makes needless
    void evict(const PageRange &inSight, int direction); // down to the budget; pages in sight stay
    void outdate(); // all there is: it stays until something better comes
    void clear();
    void setBudget(qint64 budget) { m_budget = budget; }

    [[nodiscard]] bool has(const PictureKey &key) const;
    // The region of the page at this resolution that shows all of the part, if there is one.
    [[nodiscard]] const Picture *region(int page, double dpi, int rotation, const QRectF &part) const;
    // The picture of the whole page that is nearest in resolution: of the same rotation if there is one.
    [[nodiscard]] const Picture *nearest(int page, double dpi, int rotation) const;

    [[nodiscard]] qint64 bytes() const { return m_bytes; }
    [[nodiscard]] qint64 budget() const { return m_budget; }

private:
    std::map<int, std::vector<Picture>> m_pages;
    qint64 m_bytes = 0;
    qint64 m_budget;
};

} // namespace ui
