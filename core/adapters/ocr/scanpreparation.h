// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapters/ocr/ocrengine.h"

#include <QImage>
#include <QTransform>

namespace core {

// A picture made ready for OCR: grey, straight, and large enough.
struct PreparedScan {
    PixPointer pix;
    ScanLayout layout = ScanLayout::Page;
    QTransform back; // from its pixels to those of the picture it was made of
};

[[nodiscard]] PreparedScan prepareScan(const QImage &picture);

// Faded print darker, the dots of a needle printer run together. Clean print gets worse by it.
[[nodiscard]] PreparedScan strengthened(const PreparedScan &scan);

// Turned clockwise by 90, 180 or 270 degrees.
[[nodiscard]] PreparedScan turned(const PreparedScan &scan, int degrees);

} // namespace core
