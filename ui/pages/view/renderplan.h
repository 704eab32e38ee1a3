// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/view/picturecache.h"

namespace ui {

// Numbers are what core::RenderRequest calls priority: skimming gives way to words that somebody waits for.
enum class Urgency { Visible = 0, Ahead = 1, Thumbnail = 2, Skim = 25 };

struct RenderJob {
    PictureKey key;
    Urgency urgency = Urgency::Visible;
    bool isThumbnail = false; // small, and kept as such
    friend bool operator==(const RenderJob &, const RenderJob &) = default;
};

struct RenderSituation {
    QRect viewport; // device pixels, in the content
    int direction = 1; // of the last scroll: 1 down, -1 up
    bool hurried = false; // more than a page at once: nothing but what is in sight is worth drawing
    int sought = 0; // the page that somebody waits for, before the others in sight; 0: none
    int next = 0; // the page that is likely to be sought after it; 0: none
};

// The picture of the whole page that is wanted at this scale; smaller than the page in sight when that is huge.
[[nodiscard]] PictureKey wholePage(const PageLayout &layout, int page);
[[nodiscard]] bool needsRegion(const PageLayout &layout, int page); // too large to be drawn whole
[[nodiscard]] double wantedDpi(const PageLayout &layout);
// What of the page is in sight, in points.
[[nodiscard]] QRectF visiblePart(const PageLayout &layout, int page, const QRect &viewport);

// Everything worth drawing now that the cache does not have, most urgent first: what is sought, in sight from the
// middle outwards, then as many pages in the direction of scrolling as the cache can keep, then a page behind, then
// what is likely to be sought next.
[[nodiscard]] std::vector<RenderJob> planRendering(const PageLayout &layout, const RenderSituation &situation,
                                                   const PictureCache &cache);

} // namespace ui
