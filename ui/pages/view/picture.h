// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRectF>

namespace ui {

// What a picture shows: a whole page, or a region of one, at a resolution and turned as the view is.
struct PictureKey {
    int page = 1;
    double dpi = 96; // device pixels an inch
    int rotation = 0;
    QRectF region; // points, upright; empty: the whole page
    friend bool operator==(const PictureKey &, const PictureKey &) = default;
};

struct Picture {
    PictureKey key;
    QImage image;
    bool isOutdated = false; // shows what is to be seen no longer; better than nothing
};

} // namespace ui
