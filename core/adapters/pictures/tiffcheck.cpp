// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/pictures/tiffcheck.h"

#include "core/adapters/pictures/tiffstream.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr quint64 largestBlock = mostPixelsOfTiff * 4; // bytes, decoded: as large as a picture when shown

Result<> damaged()
{
    return fail(ErrorCode::BrokenDocument, u"the picture is damaged or cut off"_s);
}

struct Free {
    void operator()(uchar *memory) const { std::free(memory); }
};

using Memory = std::unique_ptr<uchar, Free>;

// Null where there is not so much. Only what is written to is taken.
Memory memoryOf(quint64 bytes)
{
    return Memory(static_cast<uchar *>(std::malloc(bytes)));
}

// The strips or the tiles of a picture.
struct Blocks {
    explicit Blocks(TIFF *file)
        : tiff(file)
        , isTiled(TIFFIsTiled(file) != 0)
        , count(isTiled ? TIFFNumberOfTiles(file) : TIFFNumberOfStrips(file))
        , size(static_cast<quint64>(std::max<tmsize_t>(isTiled ? TIFFTileSize(file) : TIFFStripSize(file), 0)))
        , bytesOfRow(
              static_cast<quint64>(std::max<tmsize_t>(isTiled ? TIFFTileRowSize(file) : TIFFScanlineSize(file), 0)))
        , height(fieldOf<uint32_t>(file, TIFFTAG_IMAGELENGTH))
    {
    }

    [[nodiscard]] bool decode(uint32_t index, uchar *target) const
    {
        const auto most = static_cast<tmsize_t>(size);
        return (isTiled ? TIFFReadEncodedTile(tiff, index, target, most)
                        : TIFFReadEncodedStrip(tiff, index, target, most))
            >= 0;
    }

    [[nodiscard]] bool areAfterHeader() const // where no pixels can be
    {
        constexpr quint64 header = 8; // bytes
        for (uint32_t index = 0; index < count; ++index) {
            if (TIFFGetStrileOffset(tiff, index) < header)
                return false;
        }
        return true;
    }

    [[nodiscard]] quint64 rowsOf(uint32_t index) const // of fax
    {
        const quint64 most = bytesOfRow > 0 ? size / bytesOfRow : 0;
        if (isTiled || most == 0)
            return most;
        const quint64 stripsOfPlane = (height + most - 1) / most;
        return std::min(most, height - index % stripsOfPlane * most);
    }

    TIFF *tiff;
    bool isTiled;
    uint32_t count;
    quint64 size;
    quint64 bytesOfRow;
    uint32_t height;
};

bool isFax(uint16_t codec)
{
    return codec == COMPRESSION_CCITTRLE || codec == COMPRESSION_CCITTRLEW || codec == COMPRESSION_CCITTFAX3
        || codec == COMPRESSION_CCITTFAX4;
}

// What no row of a fax looks like.
void fillWithNoise(uchar *target, quint64 size)
{
    quint32 state = 1; // of a linear congruential generator
    for (quint64 i = 0; i < size; ++i) {
        state = state * 1664525 + 1013904223;
        target[i] = static_cast<uchar>(state >> 24);
    }
}

// Erased memory is read as rows that are all like the one before, one a bit: too many of them are no picture.
bool isErased(const Blocks &blocks, uint32_t index, const TiffData &data)
{
    const quint64 offset = TIFFGetStrileOffset(blocks.tiff, index);
    const quint64 size = TIFFGetStrileByteCount(blocks.tiff, index);
    const quint64 padding = 64; // bits
    if (offset > data.size || size > data.size - offset || size * 8 <= blocks.rowsOf(index) + padding)
        return false;
    return std::all_of(data.bytes + offset, data.bytes + offset + size, [](uchar byte) { return byte == 0xff; });
}

// libtiff decodes a fax to its end whatever it finds. It complains of rows, and leaves out those after an end that
// comes too early, often without a word.
bool isFaxWhole(const Blocks &blocks, uchar *wanted, const TiffData &data, const TiffComplaints &complaints, bool isG4)
{
    constexpr quint64 fewRows = 3;
    constexpr quint64 fewOf = 50; // 2 %
    const Memory noise = memoryOf(blocks.size);
    if (!noise || blocks.bytesOfRow == 0)
        return false;
    fillWithNoise(noise.get(), blocks.size);
    quint64 rows = 0;
    for (uint32_t index = 0; index < blocks.count; ++index)
        rows += blocks.rowsOf(index);
    const quint64 most = std::max(fewRows, rows / fewOf);
    const quint64 size = blocks.bytesOfRow;
    quint64 missing = 0;
    for (uint32_t index = 0; index < blocks.count && complaints.rows + missing <= most; ++index) {
        std::memcpy(wanted, noise.get(), blocks.size);
        static_cast<void>(blocks.decode(index, wanted)); // an end that comes a row too early is a failure to libtiff
        quint64 written = isErased(blocks, index, data) ? 0 : blocks.rowsOf(index);
        missing += blocks.rowsOf(index);
        while (written > 0 && std::memcmp(wanted + (written - 1) * size, noise.get() + (written - 1) * size, size) == 0)
            --written;
        missing -= written;
    }
    const quint64 bad = complaints.rows + missing;
    // Each row of G4 is told by the one above it (ITU-T T.6): after a bad one all are wrong.
    return bad <= most && bad < rows && (!isG4 || complaints.rows == 0);
}

} // namespace

Result<> checkTiff(const TiffData &data, int index)
{
    TiffStream stream{data};
    TiffComplaints complaints;
    const TiffPointer tiff = openTiff(stream, index, &complaints);
    if (!tiff)
        return fail(ErrorCode::BrokenDocument, u"no picture %1"_s.arg(index + 1));
    const auto codec = fieldOf<uint16_t>(tiff.get(), TIFFTAG_COMPRESSION);
    if (TIFFIsCODECConfigured(codec) == 0)
        return fail(ErrorCode::NotADocument, u"this kind of TIFF can't be shown: compression %1"_s.arg(codec));
    const Blocks blocks(tiff.get());
    if (blocks.size == 0 || blocks.count == 0)
        return damaged();
    const auto width = fieldOf<uint32_t>(tiff.get(), TIFFTAG_IMAGEWIDTH);
    const QString tooLarge = u"a picture of %1 by %2 pixels"_s.arg(width).arg(blocks.height);
    if (quint64{width} * blocks.height > mostPixelsOfTiff || blocks.size > largestBlock)
        return fail(ErrorCode::LimitReached, tooLarge);
    const Memory block = memoryOf(blocks.size);
    if (!block)
        return fail(ErrorCode::LimitReached, tooLarge);
    if (codec != COMPRESSION_OJPEG && !blocks.areAfterHeader())
        return damaged();
    const bool isG4 = codec == COMPRESSION_CCITTFAX4;
    if (isFax(codec))
        return isFaxWhole(blocks, block.get(), data, complaints, isG4) ? Result<>() : damaged();
    for (uint32_t i = 0; i < blocks.count; ++i) {
        if (!blocks.decode(i, block.get()) || complaints.endsEarly)
            return damaged();
    }
    return {};
}

bool namesAnotherAfter(const TiffData &data, int index)
{
    TiffStream stream{data};
    const TiffPointer tiff = openTiff(stream, index);
    return tiff && TIFFLastDirectory(tiff.get()) == 0;
}

} // namespace core
