// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/pictures/tiffreader.h"

#include "core/adapters/pictures/tiffstream.h"

#include <QTransform>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr qsizetype channelsKept = 4; // bytes of a pixel

enum class Alpha { None, Associated, Unassociated };

// What the directory of a picture says.
struct Kind {
    explicit Kind(TIFF *tiff)
        : width(fieldOf<uint32_t>(tiff, TIFFTAG_IMAGEWIDTH))
        , height(fieldOf<uint32_t>(tiff, TIFFTAG_IMAGELENGTH))
        , bits(fieldOf<uint16_t>(tiff, TIFFTAG_BITSPERSAMPLE))
        , samples(fieldOf<uint16_t>(tiff, TIFFTAG_SAMPLESPERPIXEL))
        , photometric(fieldOf<uint16_t>(tiff, TIFFTAG_PHOTOMETRIC))
        , orientation(fieldOf<uint16_t>(tiff, TIFFTAG_ORIENTATION))
        , isSeparate(fieldOf<uint16_t>(tiff, TIFFTAG_PLANARCONFIG) == PLANARCONFIG_SEPARATE)
        , isTiled(TIFFIsTiled(tiff) != 0)
        , isUnsigned(fieldOf<uint16_t>(tiff, TIFFTAG_SAMPLEFORMAT) == SAMPLEFORMAT_UINT)
        , isCmyk(photometric == PHOTOMETRIC_SEPARATED && fieldOf<uint16_t>(tiff, TIFFTAG_INKSET) == INKSET_CMYK)
    {
        uint16_t count = 0;
        const uint16_t *extra = nullptr;
        if (TIFFGetFieldDefaulted(tiff, TIFFTAG_EXTRASAMPLES, &count, &extra) == 1 && count > 0 && extra)
            alpha = extra[0] == EXTRASAMPLE_ASSOCALPHA ? Alpha::Associated
                : extra[0] == EXTRASAMPLE_UNASSALPHA   ? Alpha::Unassociated
                                                       : Alpha::None;
    }

    [[nodiscard]] int colours() const
    {
        const bool isGray = photometric == PHOTOMETRIC_MINISBLACK || photometric == PHOTOMETRIC_MINISWHITE;
        return isGray ? 1 : photometric == PHOTOMETRIC_RGB ? 3 : isCmyk ? 4 : 0;
    }
    [[nodiscard]] bool isPlain() const // samples that can be taken as they are
    {
        return colours() > 0 && samples >= colours() + (alpha == Alpha::None ? 0 : 1) && (bits == 8 || bits == 16)
            && isUnsigned && !isTiled;
    }
    [[nodiscard]] bool isSpecial() const
    {
        const bool isInverted = bits == 16 && photometric == PHOTOMETRIC_MINISWHITE;
        return alpha != Alpha::None || (isCmyk && bits == 16) || isInverted;
    }
    [[nodiscard]] bool liesOnItsSide() const { return orientation >= ORIENTATION_LEFTTOP && orientation <= 8; }

    uint32_t width;
    uint32_t height;
    uint16_t bits;
    uint16_t samples;
    uint16_t photometric;
    uint16_t orientation;
    bool isSeparate;
    bool isTiled;
    bool isUnsigned;
    bool isCmyk;
    Alpha alpha = Alpha::None;
};

uchar byteOf(const uchar *samples, qsizetype index, int bits)
{
    if (bits == 8)
        return samples[index];
    quint16 value = 0;
    std::memcpy(&value, samples + index * 2, sizeof value);
    return static_cast<uchar>((value * 255U + 32767) / 65535);
}

// The samples of a row, of all channels or of one, as bytes of pixels.
void takeRow(const uchar *row, const Kind &kind, int plane, uchar *pixels)
{
    const qsizetype samples = kind.isSeparate ? 1 : kind.samples;
    const qsizetype kept = std::min(samples, channelsKept);
    for (qsizetype x = 0; x < kind.width; ++x) {
        for (qsizetype channel = 0; channel < kept; ++channel)
            pixels[x * channelsKept + channel + plane] = byteOf(row, x * samples + channel, kind.bits);
    }
}

// Whether all rows of all planes are there.
bool takeRows(TIFF *tiff, const Kind &kind, QImage &image)
{
    std::vector<uchar> row(static_cast<size_t>(std::max<tmsize_t>(TIFFScanlineSize(tiff), 0)));
    const quint64 needed = quint64{kind.width} * (kind.isSeparate ? 1U : kind.samples) * (kind.bits / 8U);
    if (row.size() < needed)
        return false;
    const int planes = kind.isSeparate ? std::min<int>(kind.samples, channelsKept) : 1;
    for (int plane = 0; plane < planes; ++plane) {
        for (uint32_t y = 0; y < kind.height; ++y) {
            if (TIFFReadScanline(tiff, row.data(), y, static_cast<uint16_t>(plane)) != 1)
                return false;
            takeRow(row.data(), kind, plane, image.scanLine(static_cast<int>(y)));
        }
    }
    return true;
}

int product(int a, int b)
{
    return (a * b + 127) / 255;
}

// A colour over white paper.
int onPaper(int colour, int alpha, Alpha kind)
{
    if (kind == Alpha::None)
        return colour;
    return std::min(255, (kind == Alpha::Associated ? colour : product(colour, alpha)) + 255 - alpha);
}

QRgb colourOf(const uchar *pixel, const Kind &kind)
{
    const int colours = kind.colours();
    const Alpha has = colours < channelsKept ? kind.alpha : Alpha::None; // that of ink is not kept
    const int alpha = has == Alpha::None ? 255 : pixel[colours];
    const auto shade = [&](int colour) { return onPaper(colour, alpha, has); };
    if (colours == 1) {
        const int gray = shade(kind.photometric == PHOTOMETRIC_MINISWHITE ? 255 - pixel[0] : pixel[0]);
        return qRgb(gray, gray, gray);
    }
    if (colours == 3)
        return qRgb(shade(pixel[0]), shade(pixel[1]), shade(pixel[2]));
    const auto ink = [pixel](int channel) { return product(255 - pixel[channel], 255 - pixel[3]); };
    return qRgb(ink(0), ink(1), ink(2));
}

QImage readSamples(TIFF *tiff, const Kind &kind, QImage image)
{
    if (!takeRows(tiff, kind, image))
        return {};
    for (int y = 0; y < image.height(); ++y) {
        auto *target = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            uchar pixel[channelsKept];
            std::memcpy(pixel, target + x, sizeof pixel);
            target[x] = colourOf(pixel, kind);
        }
    }
    return image;
}

// All other kinds that libtiff knows, as it draws them: the colours of transparent pixels are multiplied.
Result<QImage> draw(TIFF *tiff, const Kind &kind, QImage image)
{
    char why[1024] = "";
    TIFFRGBAImage drawing;
    const int stop = kind.bits == 1 ? 0 : 1; // a fax may have a few bad rows
    if (TIFFRGBAImageOK(tiff, why) == 0 || TIFFRGBAImageBegin(&drawing, tiff, stop, why) == 0)
        return fail(ErrorCode::NotADocument, u"this kind of TIFF can't be shown: "_s + QString::fromLatin1(why));
    drawing.req_orientation = drawing.orientation; // turned later
    auto *raster = reinterpret_cast<uint32_t *>(image.bits());
    const bool drawn = TIFFRGBAImageGet(&drawing, raster, kind.width, kind.height) == 1;
    TIFFRGBAImageEnd(&drawing);
    if (!drawn)
        return fail(ErrorCode::BrokenDocument, u"the picture is damaged or cut off"_s);
    for (qsizetype i = 0; i < qsizetype{image.width()} * image.height(); ++i) {
        const uint32_t pixel = raster[i];
        const int alpha = static_cast<int>(TIFFGetA(pixel));
        const auto shade = [alpha](uint32_t colour) {
            return onPaper(static_cast<int>(colour), alpha, Alpha::Associated);
        };
        raster[i] = qRgb(shade(TIFFGetR(pixel)), shade(TIFFGetG(pixel)), shade(TIFFGetB(pixel)));
    }
    return image;
}

// TIFF 6.0, "Orientation": where the first row and the first column are.
QImage turned(const QImage &image, int orientation)
{
    switch (orientation) {
    case ORIENTATION_TOPRIGHT:
        return image.mirrored(true, false);
    case ORIENTATION_BOTRIGHT:
        return image.mirrored(true, true);
    case ORIENTATION_BOTLEFT:
        return image.mirrored(false, true);
    case ORIENTATION_LEFTTOP:
        return image.transformed(QTransform(0, 1, 1, 0, 0, 0));
    case ORIENTATION_RIGHTTOP:
        return image.transformed(QTransform().rotate(90));
    case ORIENTATION_RIGHTBOT:
        return image.transformed(QTransform(0, -1, -1, 0, 0, 0));
    case ORIENTATION_LEFTBOT:
        return image.transformed(QTransform().rotate(270));
    default:
        return image;
    }
}

} // namespace

bool isTiff(const TiffData &data)
{
    TiffStream stream{data};
    const TiffPointer tiff = openTiff(stream, 0);
    return tiff && fieldOf<uint32_t>(tiff.get(), TIFFTAG_IMAGEWIDTH) > 0;
}

std::optional<PictureSize> sizeOfSpecialTiff(const TiffData &data, int index)
{
    TiffStream stream{data};
    const TiffPointer tiff = openTiff(stream, index);
    if (!tiff)
        return {};
    const Kind kind(tiff.get());
    if (!kind.isSpecial() || kind.width == 0 || kind.height == 0 || kind.width > mostPixelsOfTiff
        || kind.height > mostPixelsOfTiff)
        return {};
    const double unit = fieldOf<uint16_t>(tiff.get(), TIFFTAG_RESOLUTIONUNIT) == RESUNIT_CENTIMETER ? 2.54 : 1;
    PictureSize size{QSize(static_cast<int>(kind.width), static_cast<int>(kind.height)),
                     QSizeF(std::round(double{fieldOf<float>(tiff.get(), TIFFTAG_XRESOLUTION)} * unit),
                            std::round(double{fieldOf<float>(tiff.get(), TIFFTAG_YRESOLUTION)} * unit))};
    if (kind.liesOnItsSide()) {
        size.pixels.transpose();
        size.dpi.transpose();
    }
    return size;
}

Result<QImage> readTiff(const TiffData &data, int index)
{
    TiffStream stream{data};
    const TiffPointer tiff = openTiff(stream, index);
    if (!tiff)
        return fail(ErrorCode::BrokenDocument, u"no picture %1"_s.arg(index + 1));
    const Kind kind(tiff.get());
    if (kind.width == 0 || kind.height == 0)
        return fail(ErrorCode::BrokenDocument, u"a picture without a size"_s);
    const QString tooLarge = u"a picture of %1 by %2 pixels"_s.arg(kind.width).arg(kind.height);
    if (quint64{kind.width} * kind.height > mostPixelsOfTiff)
        return fail(ErrorCode::LimitReached, tooLarge);
    QImage image(static_cast<int>(kind.width), static_cast<int>(kind.height), QImage::Format_RGB32);
    if (image.isNull())
        return fail(ErrorCode::LimitReached, tooLarge);
    image.fill(Qt::white);
    auto drawn = kind.isPlain() ? Result<QImage>(readSamples(tiff.get(), kind, std::move(image)))
                                : draw(tiff.get(), kind, std::move(image));
    if (drawn && drawn->isNull())
        return fail(ErrorCode::BrokenDocument, u"the picture is damaged or cut off"_s);
    return drawn ? turned(*drawn, kind.orientation) : drawn;
}

} // namespace core
