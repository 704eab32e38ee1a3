// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>

// Pictures of the same size, Format_RGB32.

[[nodiscard]] QRect differenceOf(const QImage &a, const QImage &b); // around all pixels that are not the same
[[nodiscard]] QRect extentOf(const QImage &image, const QColor &colour); // around all pixels of about this colour
// Structural similarity of the grey values: 1 for the same picture (Wang et al., 2004; means over blocks of 8 x 8).
[[nodiscard]] double similarity(const QImage &a, const QImage &b);
