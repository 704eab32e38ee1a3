// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/pictures/leptonicaimage.h"

#include <leptonica/allheaders.h>

namespace core {

// Leptonica's words are red, green, blue, unused from the most significant byte down; Qt's have the unused one on top.

void PixRelease::operator()(Pix *pix) const
{
    pixDestroy(&pix);
}

PixPointer pixOf(const QImage &image)
{
    const QImage source = image.convertToFormat(QImage::Format_RGB32);
    PixPointer pix(pixCreate(source.width(), source.height(), 32));
    if (!pix)
        return pix;
    const int wordsPerLine = pixGetWpl(pix.get());
    for (int row = 0; row < source.height(); ++row) {
        const auto *from = reinterpret_cast<const QRgb *>(source.constScanLine(row));
        l_uint32 *to = pixGetData(pix.get()) + static_cast<qsizetype>(row) * wordsPerLine;
        for (int column = 0; column < source.width(); ++column)
            to[column] = from[column] << 8;
    }
    return pix;
}

QImage imageOf(const PixPointer &pix)
{
    const PixPointer full(pix ? pixConvertTo32(pix.get()) : nullptr);
    if (!full)
        return {};
    QImage image(pixGetWidth(full.get()), pixGetHeight(full.get()), QImage::Format_RGB32);
    const int wordsPerLine = pixGetWpl(full.get());
    for (int row = 0; row < image.height(); ++row) {
        const l_uint32 *from = pixGetData(full.get()) + static_cast<qsizetype>(row) * wordsPerLine;
        auto *to = reinterpret_cast<QRgb *>(image.scanLine(row));
        for (int column = 0; column < image.width(); ++column)
            to[column] = 0xff000000U | from[column] >> 8;
    }
    return image;
}

} // namespace core
