// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/print/printplan.h"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr double pointsPerInch = 72;
constexpr double mostPixels = 36e6; // of a picture: A3 has 17 million at 300 dpi; posters are drawn coarser
constexpr int quarter = 90;
constexpr int counterQuarter = 270; // the top of a wide page lies at the left of the paper
constexpr int whole = 360;

bool isWide(const QSizeF &size)
{
    return size.width() > size.height();
}

} // namespace

std::vector<int> printedPages(const QPageRanges &ranges, int pages)
{
    std::vector<int> wanted;
    for (int page = 1; page <= pages; ++page) {
        if (ranges.isEmpty() || ranges.contains(page))
            wanted.push_back(page);
    }
    return wanted;
}

SheetPlan planSheet(const QSizeF &page, int rotation, const PaperPlan &paper)
{
    SheetPlan plan;
    plan.rotation = (rotation % whole + whole) % whole;
    plan.orientation = paper.layout.orientation();
    QSizeF shown = plan.rotation % (2 * quarter) == 0 ? page : page.transposed();
    QSizeF area = paper.layout.paintRect(QPageLayout::Point).size();
    const bool isSquare = shown.width() == shown.height();
    if (!isSquare && isWide(shown) != isWide(area)) {
        if (paper.turns) {
            QPageLayout turned = paper.layout;
            plan.orientation =
                plan.orientation == QPageLayout::Portrait ? QPageLayout::Landscape : QPageLayout::Portrait;
            turned.setOrientation(plan.orientation);
            area = turned.paintRect(QPageLayout::Point).size();
        } else {
            plan.rotation = (plan.rotation + counterQuarter) % whole;
            shown.transpose();
        }
    }
    const QSizeF size = shown.scaled(area, Qt::KeepAspectRatio);
    plan.target = QRectF(QPointF((area.width() - size.width()) / 2, (area.height() - size.height()) / 2), size);
    const double inches = size.width() * size.height() / (pointsPerInch * pointsPerInch);
    const double resolution = std::min(paper.resolution, std::sqrt(mostPixels / std::max(inches, 1e-6)));
    plan.dpi = resolution * size.width() / std::max(shown.width(), 1e-6);
    return plan;
}

} // namespace ui
