// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>

namespace ui {

inline constexpr QSize thumbnailBounds(96, 124); // logical pixels; a portrait page fills it

} // namespace ui
