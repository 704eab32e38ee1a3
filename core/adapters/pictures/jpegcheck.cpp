// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/pictures/jpegcheck.h"

#include <csetjmp>
#include <cstdio>
#include <jerror.h>
#include <jpeglib.h>

namespace core {
namespace {

// The library leaves by longjmp(): functions that it leaves have nothing that needs a destructor.
struct Decoding {
    jpeg_error_mgr manager{}; // first: the library hands out its address
    std::jmp_buf escape{};
    jpeg_decompress_struct codec{};
    bool endsEarly = false;

    Decoding() = default;
    Decoding(const Decoding &) = delete;
    Decoding &operator=(const Decoding &) = delete;
    ~Decoding() { jpeg_destroy_decompress(&codec); }
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
    // A marker, or the end of the data, where bits of the picture are needed.
    if (level < 0 && codec->err->msg_code == JWRN_HIT_MARKER)
        of(codec).endsEarly = true;
}

void keepQuiet(j_common_ptr) { }

void decode(Decoding &decoding, QByteArrayView jpeg)
{
    jpeg_decompress_struct &codec = decoding.codec;
    codec.err = jpeg_std_error(&decoding.manager);
    decoding.manager.error_exit = &escape;
    decoding.manager.emit_message = &note;
    decoding.manager.output_message = &keepQuiet;
    if (setjmp(decoding.escape) != 0) // NOLINT(cert-err52-cpp): the library's only way
        return;
    jpeg_create_decompress(&codec);
    jpeg_mem_src(&codec, reinterpret_cast<const unsigned char *>(jpeg.data()), static_cast<unsigned long>(jpeg.size()));
    if (jpeg_read_header(&codec, TRUE) != JPEG_HEADER_OK)
        return;
    codec.out_color_space = codec.jpeg_color_space; // the pixels are not looked at: the fastest way to them
    codec.scale_num = 1;
    codec.scale_denom = 8;
    codec.dct_method = JDCT_IFAST;
    codec.do_fancy_upsampling = FALSE;
    jpeg_start_decompress(&codec);
    JSAMPARRAY rows = codec.mem->alloc_sarray(reinterpret_cast<j_common_ptr>(&codec), JPOOL_IMAGE,
                                              codec.output_width * static_cast<JDIMENSION>(codec.output_components), 1);
    while (codec.output_scanline < codec.output_height && !decoding.endsEarly) {
        if (jpeg_read_scanlines(&codec, rows, 1) != 1)
            return;
    }
}

} // namespace

bool isWholeJpeg(QByteArrayView jpeg)
{
    Decoding decoding;
    decode(decoding, jpeg);
    return !decoding.endsEarly;
}

} // namespace core
