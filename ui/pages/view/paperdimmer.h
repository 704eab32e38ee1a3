// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/view/viewgeometry.h"

#include <QColor>
#include <QRegion>

class QPainter;

namespace ui {

// Laid over white it is dimmed paper: a grey on which black ink is still eight times darker.
[[nodiscard]] QColor paperShade();

// Darkens the paper of pages in sight, for eyes in a dark room. `kept` (logical pixels) stays as bright as it is: what
// is told by colours looks the same with it and without.
void dimPaper(QPainter &painter, const ViewGeometry &geometry, const QRegion &kept);

} // namespace ui
