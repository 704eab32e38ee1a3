// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/scans/jpegdecoder.h"

#include <algorithm>
#include <csetjmp>
#include <cstdio>
#include <jpeglib.h>

namespace core {
namespace {

constexpr int rowsBetweenChecks = 64;
constexpr int longestSide = 30'000;

// The library leaves by longjmp(). What must survive that is in here, and functions that it leaves have nothing that
// needs a destructor.
struct Decoding {
    jpeg_error_mgr manager{}; // first: the library hands out its address
    std::jmp_buf escape{};
    jpeg_decompress_struct codec{};
    bool damaged = false;
    QImage image;

    explicit Decoding(QByteArrayView jpeg)
        : data(jpeg)
    {
    }
    Decoding(const Decoding &) = delete;
    Decoding &operator=(const Decoding &) = delete;
    ~Decoding() { jpeg_destroy_decompress(&codec); }

    QByteArrayView data;
};

Decoding &of(j_common_ptr codec)
{
    return *reinterpret_cast<Decoding *>(codec->err);
}

[[noreturn]] void escape(j_common_ptr codec)
{
    std::longjmp(of(codec).escape, 1);
}

void note(j_common_ptr codec, int level)
{
    if (level < 0) // what the library would have put up with
        of(codec).damaged = true;
}

void keepQuiet(j_common_ptr) { }

bool readHeader(Decoding &decoding)
{
    jpeg_decompress_struct &codec = decoding.codec;
    codec.err = jpeg_std_error(&decoding.manager);
    decoding.manager.error_exit = &escape;
    decoding.manager.emit_message = &note;
    decoding.manager.output_message = &keepQuiet;
    jpeg_create_decompress(&codec);
    jpeg_mem_src(&codec, reinterpret_cast<const unsigned char *>(decoding.data.data()),
                 static_cast<unsigned long>(decoding.data.size()));
    return jpeg_read_header(&codec, TRUE) == JPEG_HEADER_OK && (codec.num_components == 1 || codec.num_components == 3)
        && codec.data_precision == 8 && codec.image_width <= longestSide && codec.image_height <= longestSide;
}

bool readRows(Decoding &decoding, int rows, const StopCheck &stop, const MakePicture &make)
{
    jpeg_decompress_struct &codec = decoding.codec;
    jpeg_start_decompress(&codec);
    const int height = static_cast<int>(codec.output_height);
    decoding.image = make(QSize(static_cast<int>(codec.output_width), std::min(rows, height)));
    if (decoding.image.isNull())
        return false;
    uchar *bits = decoding.image.bits();
    for (int y = 0; y < decoding.image.height(); ++y) {
        if (y % rowsBetweenChecks == 0 && stop && stop())
            return false;
        JSAMPROW row = bits + static_cast<qsizetype>(y) * decoding.image.bytesPerLine();
        if (jpeg_read_scanlines(&codec, &row, 1) != 1)
            return false;
    }
    return rows < height || jpeg_finish_decompress(&codec);
}

bool isUsual(Decoding &decoding)
{
    return setjmp(decoding.escape) == 0 && readHeader(decoding); // NOLINT(cert-err52-cpp): the library's only way
}

bool decode(Decoding &decoding, int eighths, int rows, const StopCheck &stop, const MakePicture &make)
{
    if (setjmp(decoding.escape) != 0) // NOLINT(cert-err52-cpp)
        return false;
    decoding.codec.scale_num = static_cast<unsigned int>(eighths);
    decoding.codec.scale_denom = 8;
    decoding.codec.out_color_space = Q_BYTE_ORDER == Q_LITTLE_ENDIAN ? JCS_EXT_BGRX : JCS_EXT_XRGB;
    return readRows(decoding, rows, stop, make);
}

} // namespace

std::optional<JpegHeader> jpegHeader(QByteArrayView jpeg)
{
    Decoding decoding(jpeg);
    if (!isUsual(decoding) || decoding.damaged)
        return {};
    const jpeg_decompress_struct &codec = decoding.codec;
    return JpegHeader{QSize(static_cast<int>(codec.image_width), static_cast<int>(codec.image_height)),
                      codec.num_components};
}

QImage decodeJpeg(QByteArrayView jpeg, int eighths, const StopCheck &stop, int rows, const MakePicture &make)
{
    Decoding decoding(jpeg);
    if (!isUsual(decoding) || !decode(decoding, eighths, rows, stop, make) || decoding.damaged)
        return {};
    return decoding.image;
}

} // namespace core
