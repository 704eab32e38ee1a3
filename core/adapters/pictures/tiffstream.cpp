// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/pictures/tiffstream.h"

#include <algorithm>
#include <array>
#include <cstdio>
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

// "Bad code word at line 3 of strip 0 (x 17)": several are of one row.
int note(TIFF *, void *listener, const char *, const char *format, va_list values)
{
    if (!listener)
        return 1;
    std::array<char, 256> words{};
    std::vsnprintf(words.data(), words.size(), format, values);
    const QByteArrayView said(words.data());
    const qsizetype at = said.indexOf(" at line ");
    auto &complaints = *static_cast<TiffComplaints *>(listener);
    if (at < 0) {
        // libjpeg's words for JWRN_HIT_MARKER, which it says once a strip.
        complaints.endsEarly = complaints.endsEarly || said.indexOf("premature end of data segment") >= 0;
        return 1;
    }
    const qsizetype end = said.indexOf('(', at);
    const QByteArrayView where = said.sliced(at, (end < 0 ? said.size() : end) - at);
    if (where != complaints.last) {
        complaints.last = where.toByteArray();
        ++complaints.rows;
    }
    return 1; // nobody else needs to know
}

struct FreeOptions {
    void operator()(TIFFOpenOptions *options) const { TIFFOpenOptionsFree(options); }
};

} // namespace

TiffPointer openTiff(TiffStream &stream, int index, TiffComplaints *complaints)
{
    TIFFSetErrorHandler(nullptr); // what Leptonica opens
    TIFFSetWarningHandler(nullptr);
    const std::unique_ptr<TIFFOpenOptions, FreeOptions> options(TIFFOpenOptionsAlloc());
    if (!options)
        return {};
    TIFFOpenOptionsSetErrorHandlerExtR(options.get(), &note, complaints);
    TIFFOpenOptionsSetWarningHandlerExtR(options.get(), &note, complaints);
    TiffPointer tiff(TIFFClientOpenExt("picture", "r", &stream, &read, &refuseWriting, &seek, &leaveOpen, &sizeOf, &map,
                                       &unmap, options.get()));
    if (tiff && (index < 0 || index > 0xffff || TIFFSetDirectory(tiff.get(), static_cast<tdir_t>(index)) != 1))
        tiff.reset();
    return tiff;
}

} // namespace core
