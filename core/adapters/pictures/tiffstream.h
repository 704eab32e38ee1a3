// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapters/pictures/tiffreader.h"

#include <memory>
#include <tiffio.h>

namespace core {

struct TiffClose {
    void operator()(TIFF *tiff) const { TIFFClose(tiff); }
};

using TiffPointer = std::unique_ptr<TIFF, TiffClose>;

// Where libtiff is in a file in memory.
struct TiffStream {
    TiffData data;
    toff_t position = 0;
};

// libtiff at one picture of the file. Null when there is none; the stream outlives it.
[[nodiscard]] TiffPointer openTiff(TiffStream &stream, int index);

} // namespace core
