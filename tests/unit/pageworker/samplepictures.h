// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBuffer>
#include <QFile>
#include <QImage>

#include <memory>
#include <tiffio.h>
#include <vector>

// Red on the left, green at the top right, blue at the bottom right.
inline QImage sample(int width = 300, int height = 200)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::red);
    for (int y = 0; y < height; ++y) {
        for (int x = width / 2; x < width; ++x)
            image.setPixelColor(x, y, y < height / 2 ? Qt::green : Qt::blue);
    }
    return image;
}

inline QByteArray encoded(const QImage &image, const char *format)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, 95);
    return buffer.data();
}

// The left half of one colour, the right one of another.
struct Tiff {
    int bits = 8;
    int photometric = PHOTOMETRIC_RGB;
    std::vector<int> left; // samples of a pixel, 0 to 255
    std::vector<int> right;
    int alpha = -1; // EXTRASAMPLE_...; -1: none
    int planar = PLANARCONFIG_CONTIG;
    int compression = COMPRESSION_LZW;
    int orientation = ORIENTATION_TOPLEFT;
    int sampleFormat = SAMPLEFORMAT_UINT;
    int inks = INKSET_CMYK;
};

inline constexpr int tiffWidth = 40;
inline constexpr int tiffHeight = 20;

inline QByteArray samplesOf(const Tiff &kind, int from, int to, int first, int count)
{
    QByteArray row;
    for (int x = from; x < to; ++x) {
        for (int sample = first; sample < first + count; ++sample) {
            const int value = (x < tiffWidth / 2 ? kind.left : kind.right).at(static_cast<size_t>(sample));
            row.append(kind.bits / 8, static_cast<char>(value));
        }
    }
    return row;
}

inline bool writeTiff(const QString &path, const Tiff &kind)
{
    const std::unique_ptr<TIFF, decltype(&TIFFClose)> file(TIFFOpen(QFile::encodeName(path).constData(), "w"),
                                                           &TIFFClose);
    if (!file)
        return false;
    TIFF *tiff = file.get();
    const int samples = static_cast<int>(kind.left.size());
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, tiffWidth);
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, tiffHeight);
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, kind.bits);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, samples);
    TIFFSetField(tiff, TIFFTAG_SAMPLEFORMAT, kind.sampleFormat);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, kind.photometric);
    TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, kind.planar);
    TIFFSetField(tiff, TIFFTAG_COMPRESSION, kind.compression);
    TIFFSetField(tiff, TIFFTAG_ORIENTATION, kind.orientation);
    TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, 8);
    if (kind.photometric == PHOTOMETRIC_SEPARATED)
        TIFFSetField(tiff, TIFFTAG_INKSET, kind.inks);
    if (kind.alpha >= 0) {
        auto alpha = static_cast<uint16_t>(kind.alpha);
        TIFFSetField(tiff, TIFFTAG_EXTRASAMPLES, 1, &alpha);
    }
    const bool isSeparate = kind.planar == PLANARCONFIG_SEPARATE;
    for (int plane = 0; plane < (isSeparate ? samples : 1); ++plane) {
        for (uint32_t y = 0; y < tiffHeight; ++y) {
            QByteArray row = samplesOf(kind, 0, tiffWidth, plane, isSeparate ? 1 : samples);
            if (TIFFWriteScanline(tiff, row.data(), y, static_cast<uint16_t>(plane)) != 1)
                return false;
        }
    }
    return true;
}

Q_DECLARE_METATYPE(Tiff)
