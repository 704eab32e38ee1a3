// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/view/renderplan.h"

#include <functional>

namespace ui {

// The job that makes the small picture of a page: the same whoever asks for it, upright whatever the rotation of the
// view.
[[nodiscard]] RenderJob thumbnailJob(const PageLayout &layout, int page, Urgency urgency);

struct SkimSituation {
    PageRange inSight;
    int direction = 1; // of the last scroll: 1 down, -1 up
    int pages = 0; // of the document
    int farthest = 1000; // pages from those in sight
};

// The next pages to make small pictures of, so that something shows wherever the reader scrolls, however fast: in the
// direction of scrolling first, nearest first, then behind. No more than `most` of those that are missing.
[[nodiscard]] std::vector<int> pagesToSkim(const SkimSituation &situation, std::size_t most,
                                           const std::function<bool(int page)> &isMissing);

} // namespace ui
