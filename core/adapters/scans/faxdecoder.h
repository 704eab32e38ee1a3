// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapters/scans/makepicture.h"
#include "core/documents/pageddocument.h"

namespace core {

struct FaxPicture {
    QByteArrayView data; // CCITT group 4 (T.6), no byte alignment
    QSize size;
    QRgb white = 0xffffffff; // what the encoding calls so
    QRgb black = 0xff000000;
};

// Format_RGB32 of this size, at most the picture's own; each pixel is the mean of those it stands for.
// Null when the data is damaged in any way, or when stop says so. make: gives
// the picture to write into.
[[nodiscard]] QImage drawFax(const FaxPicture &picture, QSize size, const StopCheck &stop,
                             const MakePicture &make = makePicture);

} // namespace core
