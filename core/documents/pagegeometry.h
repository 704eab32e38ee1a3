// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/pagesource.h"

#include <QRect>

namespace core {

// rotation: 0, 90, 180 or 270 degrees clockwise.
[[nodiscard]] QSizeF rotatedSize(QSizeF size, int rotation);

// Where a box of a page of this size (before the rotation) lies once the page has been turned.
[[nodiscard]] QRectF rotatedBox(const QRectF &box, QSizeF page, int rotation);

// What a request draws, in device pixels of the whole page turned and scaled as it says. Its size is the picture's
// size. page: points, as shown.
[[nodiscard]] QRect pictureArea(QSizeF page, const RenderRequest &request);

} // namespace core
