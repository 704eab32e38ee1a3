// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRectF>

namespace ui {

class PageView;

// A place of a page as the view has it drawn now, turned as it is there; null when the page was not drawn yet.
[[nodiscard]] QImage placePicture(const PageView &view, int page, const QRectF &box);

} // namespace ui
