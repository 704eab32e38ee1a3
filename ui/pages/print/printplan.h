// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPageLayout>
#include <QPageRanges>
#include <QRectF>

#include <vector>

namespace ui {

// The pages of the ranges that the document has, in its order, each once. No ranges: all.
[[nodiscard]] std::vector<int> printedPages(const QPageRanges &ranges, int pages);

// How a page goes onto paper: as large as the paper takes it, in its own shape, in the middle. A wide page on a high
// paper, and the other way round, is turned a quarter.
struct SheetPlan {
    int rotation = 0; // of the page, clockwise: 0, 90, 180, 270
    double dpi = 0; // to draw it with, pixels an inch of the page
    QRectF target; // points of the paper's printable area
    QPageLayout::Orientation orientation = QPageLayout::Portrait; // of the paper

    friend bool operator==(const SheetPlan &, const SheetPlan &) = default;
};

struct PaperPlan {
    QPageLayout layout; // paper and margins as they were chosen
    bool turns = false; // the paper is turned and not the page: in a file, which somebody reads on a screen
    double resolution = 300; // dots an inch at most
};

// page: points as shown. rotation: of the view, a multiple of 90.
[[nodiscard]] SheetPlan planSheet(const QSizeF &page, int rotation, const PaperPlan &paper);

} // namespace ui
