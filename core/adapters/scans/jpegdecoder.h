// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapters/scans/makepicture.h"
#include "core/documents/pageddocument.h"

#include <optional>

namespace core {

struct JpegHeader {
    QSize size;
    int components = 0; // 1 or 3
};

// Nothing where it is no JPEG that a scanner would write: not grey or three components of eight bits.
[[nodiscard]] std::optional<JpegHeader> jpegHeader(QByteArrayView jpeg);

// Format_RGB32, its sides eighths/8 of the JPEG's, rounded up. eighths: 1 to 8. rows: how many of them at most.
// Null when the data is damaged in any way, or when stop says so. make: gives the picture to write into.
[[nodiscard]] QImage decodeJpeg(QByteArrayView jpeg, int eighths, const StopCheck &stop, int rows = INT_MAX,
                                const MakePicture &make = makePicture);

} // namespace core
