// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samples/tiff.h"

#include <QFile>

#include <leptonica/allheaders.h>
#include <memory>

namespace samples {
namespace {

struct DestroyPix {
    void operator()(Pix *pix) const { pixDestroy(&pix); }
};
using PixPointer = std::unique_ptr<Pix, DestroyPix>;

PixPointer blackAndWhite(const QImage &page, int dpi)
{
    const QImage grey = page.convertToFormat(QImage::Format_Grayscale8);
    PixPointer pix(pixCreate(grey.width(), grey.height(), 8));
    for (int y = 0; y < grey.height(); ++y) {
        for (int x = 0; x < grey.width(); ++x)
            pixSetPixel(pix.get(), x, y, grey.constScanLine(y)[x]);
    }
    PixPointer bits(pixConvertTo1(pix.get(), 160));
    pixSetResolution(bits.get(), dpi, dpi);
    return bits;
}

} // namespace

bool writeFax(const QString &file, const QList<QImage> &pages, int dpi)
{
    const char *mode = "w";
    for (const QImage &page : pages) {
        if (pixWriteTiff(QFile::encodeName(file).constData(), blackAndWhite(page, dpi).get(), IFF_TIFF_G4, mode) != 0)
            return false;
        mode = "a";
    }
    return true;
}

} // namespace samples
