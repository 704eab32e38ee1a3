// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>

namespace ui {

inline constexpr QSize thumbnailBounds(96, 124); // logical pixels; a portrait page fills it
inline constexpr int sharpestThumbnail = 2; // they are kept for a screen of twice the pixels

} // namespace ui
