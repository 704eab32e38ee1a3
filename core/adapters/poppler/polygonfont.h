// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace core {

// The smallest TrueType font: this many quadrangles of different shapes, numbered from 1, a thousand units to the em.
[[nodiscard]] QByteArray polygonFont(int glyphs);

} // namespace core
