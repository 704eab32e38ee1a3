// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/view/skim.h"

#include "ui/pages/view/thumbnailsize.h"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr double pointsPerInch = 72;
constexpr double roundingPixels = 1e-6; // as pictures are cut

double overhang(double side)
{
    return std::ceil(side - roundingPixels) - side;
}

// Pictures have whole pixels. One whose sides nearly are whole lies over the page as the exact one does; another would
// stretch the paper's last pixel with the rest, and what is on the page would jump when the exact one comes.
double fittingScale(const QSizeF &page)
{
    constexpr int candidates = 24;
    const QSizeF bounds = QSizeF(thumbnailBounds) * sharpestThumbnail;
    const bool isHigh = page.height() * bounds.width() > page.width() * bounds.height();
    const double greatest = isHigh ? bounds.height() : bounds.width();
    const double side = isHigh ? page.height() : page.width();
    const double other = isHigh ? page.width() : page.height();
    double best = greatest;
    double least = 1;
    for (int less = 0; less < candidates; ++less) {
        const double pixels = other * (greatest - less) / side;
        const double lost = overhang(pixels) / std::max(1.0, pixels);
        if (lost < least) {
            least = lost;
            best = greatest - less;
        }
    }
    return best / side;
}

} // namespace

RenderJob thumbnailJob(const PageLayout &layout, int page, Urgency urgency)
{
    return {{page, fittingScale(layout.pageSize(page)) * pointsPerInch, 0, {}}, urgency, true};
}

std::vector<int> pagesToSkim(const SkimSituation &situation, std::size_t most,
                             const std::function<bool(int page)> &isMissing)
{
    std::vector<int> found;
    const auto look = [&](int from, int direction) {
        const int end = direction > 0 ? std::min(situation.pages, from + situation.farthest)
                                      : std::max(1, from - situation.farthest);
        for (int page = from; page * direction <= end * direction && found.size() < most; page += direction) {
            if (isMissing(page))
                found.push_back(page);
        }
    };
    const PageRange &range = situation.inSight;
    if (situation.pages == 0 || range.last < range.first)
        return found;
    if (situation.direction > 0) {
        look(range.first, 1);
        look(range.first - 1, -1);
    } else {
        look(range.last, -1);
        look(range.last + 1, 1);
    }
    return found;
}

} // namespace ui
