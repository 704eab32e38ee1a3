// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/poppler/keptdevice.h"

#include "core/adapters/poppler/glyphcache.h"
#include "core/adapters/poppler/rectanglefill.h"

#include <algorithm>
#include <cstring>
#include <GfxState.h>
#include <splash/SplashBitmap.h>

namespace core {
namespace {

constexpr int rowPadding = 4; // bytes
constexpr int clipMode = 4; // the bit of a text rendering mode, ISO 32000-1 table 106

unsigned char *white()
{
    static SplashColor paper{255, 255, 255, 255};
    return paper;
}

constexpr quint32 whitePixel = 0xffffffff;
constexpr quint32 opaque = 0xff000000;
constexpr int pixelsAtOnce = 8; // as many as there are bytes in a word

// As Splash divides by 255.
quint32 part(quint32 value)
{
    return (value + (value >> 8) + 0x80) >> 8 & 0xff;
}

quint32 onWhite(quint32 pixel, quint32 alpha)
{
    if (alpha == 0)
        return whitePixel;
    if (alpha == 255)
        return pixel | opaque;
    const auto channel = [pixel, alpha](int shift) {
        return part((255 - alpha) * 255 + alpha * (pixel >> shift & 0xff)) << shift;
    };
    return channel(0) | channel(8) | channel(16) | opaque;
}

// Most of a page is paper, or ink, for some pixels in a row.
void layRow(const quint32 *pixels, const uchar *alpha, int width, quint32 *target)
{
    int x = 0;
    for (; x + pixelsAtOnce <= width; x += pixelsAtOnce) {
        quint64 alphas = 0;
        std::memcpy(&alphas, alpha + x, sizeof alphas);
        if (alphas == 0) {
            std::fill_n(target + x, pixelsAtOnce, whitePixel);
            continue;
        }
        for (int i = x; i < x + pixelsAtOnce; ++i)
            target[i] = onWhite(pixels[i], alpha[i]);
    }
    for (; x < width; ++x)
        target[x] = onWhite(pixels[x], alpha[x]);
}

} // namespace

void layOnPaper(SplashBitmap &page, QImage &picture)
{
    const qsizetype stride = picture.bytesPerLine();
    uchar *target = picture.bits();
    for (int y = 0; y < page.getHeight(); ++y) {
        layRow(reinterpret_cast<const quint32 *>(page.getDataPtr() + static_cast<qsizetype>(y) * page.getRowSize()),
               page.getAlphaPtr() + static_cast<qsizetype>(y) * page.getWidth(), page.getWidth(),
               reinterpret_cast<quint32 *>(target + y * stride));
    }
}

KeptDevice::KeptDevice(PDFDoc &document, bool growGlyphCaches)
    : SplashOutputDev(splashModeXBGR8, rowPadding, false, white(), true, splashThinLineDefault)
    , m_growGlyphCaches(growGlyphCaches)
{
    setFontAntialias(true);
    setVectorAntialias(true);
    setFreeTypeHinting(false, false);
    startDoc(&document);
}

void KeptDevice::fill(GfxState *state)
{
    if (!fillLargeRectangle(*getSplash(), *state->getPath()))
        SplashOutputDev::fill(state);
}

void KeptDevice::eoFill(GfxState *state)
{
    if (!fillLargeRectangle(*getSplash(), *state->getPath()))
        SplashOutputDev::eoFill(state);
}

void KeptDevice::drawChar(GfxState *state, double x, double y, double dx, double dy, double originX, double originY,
                          CharCode code, int bytes, const Unicode *unicode, int unicodeLength)
{
    SplashOutputDev::drawChar(state, x, y, dx, dy, originX, originY, code, bytes, unicode, unicodeLength);
    m_clipsToText = m_clipsToText || (state->getRender() & clipMode) != 0;
    if (SplashFont *current = getCurrentFont(); current && m_growGlyphCaches)
        growGlyphCache(*current);
}

bool KeptDevice::beginType3Char(GfxState *state, double x, double y, double dx, double dy, CharCode code,
                                const Unicode *unicode, int unicodeLength)
{
    m_hasType3 = true;
    return SplashOutputDev::beginType3Char(state, x, y, dx, dy, code, unicode, unicodeLength);
}

} // namespace core
