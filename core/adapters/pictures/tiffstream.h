// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapters/pictures/tiffreader.h"

#include <QByteArray>

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

// What libtiff says of damage while it decodes on.
struct TiffComplaints {
    quint64 rows = 0; // of a fax; each counts once
    QByteArray last; // where it is
    bool endsEarly = false; // a JPEG in it
};

// libtiff at one picture of the file. Null when there is none; the stream and the complaints outlive it.
[[nodiscard]] TiffPointer openTiff(TiffStream &stream, int index, TiffComplaints *complaints = nullptr);

// What a tag says, or what is said by its absence.
template<typename T>
T fieldOf(TIFF *tiff, uint32_t tag)
{
    T value{};
    TIFFGetFieldDefaulted(tiff, tag, &value);
    return value;
}

} // namespace core
