// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace samples {

// What an office scanner makes of a sheet: grey, a little askew, with grain.
[[nodiscard]] QImage scannedSheet(const QImage &sheet, double degrees);
// What a telephone makes of a slip on a table: seen at an angle, unevenly lit.
[[nodiscard]] QImage photographed(const QImage &slip, QSize size);

} // namespace samples
