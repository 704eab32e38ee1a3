// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/poppler/scancolours.h"

#include "core/adapters/scans/jpegdecoder.h"

#include <algorithm>
#include <GfxState.h>
#include <memory>
#include <Page.h>
#include <PDFDoc.h>
#include <Stream.h>

namespace core {
namespace {

constexpr int nobodySees = 3; // of 255
constexpr int comparedRows = 16;
constexpr int gridStep = 51; // 0 to 255 in six values

std::unique_ptr<GfxImageColorMap> colourMap(PDFDoc &document, const Object &picture, int bits)
{
    Dict *dictionary = picture.streamGetDict();
    Object space = dictionary->lookup("ColorSpace");
    Object decode = dictionary->lookup("Decode");
    Page *page = document.getPage(1);
    if (!page || space.isNull())
        return {};
    GfxState state(72, 72, page->getCropBox(), 0, true);
    GfxColorSpace *parsed = GfxColorSpace::parse(nullptr, &space, nullptr, &state);
    if (!parsed)
        return {};
    auto map = std::make_unique<GfxImageColorMap>(bits, &decode, parsed); // takes the space
    return map->isOk() ? std::move(map) : nullptr;
}

QRgb shown(GfxImageColorMap &map, const std::array<unsigned char, 3> &sample)
{
    GfxRGB colour;
    map.getRGB(sample.data(), &colour);
    return qRgb(colToByte(colour.r), colToByte(colour.g), colToByte(colour.b));
}

bool isClose(QRgb a, QRgb b, int most)
{
    return std::abs(qRed(a) - qRed(b)) <= most && std::abs(qGreen(a) - qGreen(b)) <= most
        && std::abs(qBlue(a) - qBlue(b)) <= most;
}

} // namespace

std::string colourKind(const Object &picture)
{
    const Object &space = picture.streamGetDict()->lookupNF("ColorSpace");
    if (space.isName())
        return space.getName();
    if (space.isRef())
        return std::to_string(space.getRefNum());
    if (space.isArray() && space.arrayGetLength() == 2 && space.arrayGetNF(0).isName("ICCBased")
        && space.arrayGetNF(1).isRef())
        return std::to_string(space.arrayGetNF(1).getRefNum());
    return {};
}

bool keepsColours(PDFDoc &document, const Object &picture, int components)
{
    if (colourKind(picture).empty())
        return false;
    const auto map = colourMap(document, picture, 8);
    const Object bits = picture.streamGetDict()->lookup("BitsPerComponent");
    if (!map || map->getNumPixelComps() != components || (bits.isInt() && bits.getInt() != 8))
        return false;
    const auto level = [](int value) { return static_cast<unsigned char>(value); };
    if (components == 1) {
        for (int grey = 0; grey < 256; ++grey) {
            if (!isClose(shown(*map, {level(grey)}), qRgb(grey, grey, grey), nobodySees))
                return false;
        }
        return true;
    }
    for (int r = 0; r < 256; r += gridStep) {
        for (int g = 0; g < 256; g += gridStep) {
            for (int b = 0; b < 256; b += gridStep) {
                if (!isClose(shown(*map, {level(r), level(g), level(b)}), qRgb(r, g, b), nobodySees))
                    return false;
            }
        }
    }
    return true;
}

bool showsTheSame(const Object &picture, const QByteArray &jpeg, int components)
{
    const QImage ours = decodeJpeg(jpeg, 8, {}, comparedRows);
    if (ours.isNull())
        return false;
    Stream *decoder = picture.getStream();
    decoder->reset();
    bool same = true;
    for (int y = 0; y < ours.height() && same; ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(ours.constScanLine(y));
        for (int x = 0; x < ours.width() && same; ++x) {
            const int r = decoder->getChar();
            const int g = components == 3 ? decoder->getChar() : r;
            const int b = components == 3 ? decoder->getChar() : r;
            same = r >= 0 && g >= 0 && b >= 0 && isClose(line[x], qRgb(r, g, b), nobodySees);
        }
    }
    decoder->close();
    return same;
}

bool showsTheSame(const Object &picture, const FaxPicture &fax, const std::array<QRgb, 2> &colours)
{
    FaxPicture top = fax;
    top.size.setHeight(std::min(comparedRows, fax.size.height()));
    const QImage ours = drawFax(top, top.size, {});
    if (ours.isNull())
        return false;
    Stream *decoder = picture.getStream();
    decoder->reset();
    bool same = true;
    for (int y = 0; y < ours.height() && same; ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(ours.constScanLine(y));
        int byte = 0;
        for (int x = 0; x < ours.width() && same; ++x) {
            if (x % 8 == 0)
                byte = decoder->getChar();
            same = byte >= 0 && line[x] == colours[static_cast<size_t>(byte >> (7 - x % 8) & 1)];
        }
    }
    decoder->close();
    return same;
}

std::optional<std::array<QRgb, 2>> bitColours(PDFDoc &document, const Object &picture)
{
    Dict *dictionary = picture.streamGetDict();
    const Object stencil = dictionary->lookup("ImageMask");
    if (stencil.isBool() && stencil.getBool()) {
        const Object decode = dictionary->lookup("Decode");
        const bool inverts = decode.isArray() && decode.arrayGetLength() == 2 && decode.arrayGet(0).isNum()
            && decode.arrayGet(0).getNum() == 1;
        constexpr QRgb paper = qRgb(255, 255, 255);
        constexpr QRgb ink = qRgb(0, 0, 0);
        return inverts ? std::array{paper, ink} : std::array{ink, paper};
    }
    const Object bits = dictionary->lookup("BitsPerComponent");
    const auto map = colourMap(document, picture, 1);
    if (!map || map->getNumPixelComps() != 1 || !bits.isInt() || bits.getInt() != 1)
        return {};
    return std::array{shown(*map, {0}), shown(*map, {1})};
}

} // namespace core
