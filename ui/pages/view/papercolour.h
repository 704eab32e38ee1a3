// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>

#include <optional>

namespace ui {

// The colour that a page's picture (32 bits a pixel) has along its edges; nothing where it has no one colour there.
[[nodiscard]] std::optional<QColor> paperColour(const QImage &picture);

} // namespace ui
