// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapters/pictures/tifffile.h"
#include "core/base/result.h"

#include <optional>

namespace core {

// A TIFF file in memory, which outlives the answers.
struct TiffData {
    const uchar *bytes = nullptr;
    size_t size = 0;
};

constexpr quint64 mostPixelsOfTiff = 256 << 20; // four bytes each

// Whether libtiff finds a picture in it.
[[nodiscard]] bool isTiff(const TiffData &data);

// The size of a picture (its index is from 0) that Leptonica would not show as it is: one with transparency, or with
// 16 bits a sample of printing ink or of a gray that is white at zero. None for all others.
[[nodiscard]] std::optional<PictureSize> sizeOfSpecialTiff(const TiffData &data, int index);

// A picture by libtiff, which knows more kinds than Leptonica: on white paper, turned as its orientation says,
// Format_RGB32. Errors: BrokenDocument; LimitReached: it needs too much memory; NotADocument: a kind of TIFF that is
// not read.
[[nodiscard]] Result<QImage> readTiff(const TiffData &data, int index);

} // namespace core
