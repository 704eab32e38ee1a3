// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/pictures/tiffstream.h"

#include <algorithm>
#include <cstring>

namespace core {
namespace {

TiffStream &of(thandle_t handle)
{
    return *static_cast<TiffStream *>(handle);
}

tmsize_t read(thandle_t handle, void *target, tmsize_t size)
{
    TiffStream &stream = of(handle);
    const toff_t left = stream.data.size - stream.position;
    const toff_t some = std::min(left, static_cast<toff_t>(std::max<tmsize_t>(size, 0)));
    std::memcpy(target, stream.data.bytes + stream.position, some);
    stream.position += some;
    return static_cast<tmsize_t>(some);
}

toff_t seek(thandle_t handle, toff_t offset, int from)
{
    TiffStream &stream = of(handle);
    const toff_t base = from == SEEK_SET ? 0 : from == SEEK_CUR ? stream.position : stream.data.size;
    stream.position = std::min<toff_t>(base + offset, stream.data.size);
    return stream.position;
}

tmsize_t refuseWriting(thandle_t, void *, tmsize_t)
{
    return -1;
}

int leaveOpen(thandle_t)
{
    return 0;
}

toff_t sizeOf(thandle_t handle)
{
    return of(handle).data.size;
}

int map(thandle_t handle, void **base, toff_t *size)
{
    *base = const_cast<uchar *>(of(handle).data.bytes); // libtiff writes to files that it opened for that only
    *size = sizeOf(handle);
    return 1;
}

void unmap(thandle_t, void *, toff_t) { }

} // namespace

TiffPointer openTiff(TiffStream &stream, int index)
{
    TIFFSetErrorHandler(nullptr);
    TIFFSetWarningHandler(nullptr);
    TiffPointer tiff(
        TIFFClientOpen("picture", "r", &stream, &read, &refuseWriting, &seek, &leaveOpen, &sizeOf, &map, &unmap));
    if (tiff && (index < 0 || index > 0xffff || TIFFSetDirectory(tiff.get(), static_cast<tdir_t>(index)) != 1))
        tiff.reset();
    return tiff;
}

} // namespace core
