// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/poppler/keptdevice.h"

#include "core/adapters/poppler/glyphcache.h"

#include <GfxState.h>

namespace core {
namespace {

constexpr int rowPadding = 4; // bytes
constexpr int clipMode = 4; // the bit of a text rendering mode, ISO 32000-1 table 106

unsigned char *white()
{
    static SplashColor paper{255, 255, 255, 255};
    return paper;
}

} // namespace

KeptDevice::KeptDevice(PDFDoc &document, bool growGlyphCaches)
    : SplashOutputDev(splashModeXBGR8, rowPadding, false, white(), true, splashThinLineDefault)
    , m_growGlyphCaches(growGlyphCaches)
{
    setFontAntialias(true);
    setVectorAntialias(true);
    setFreeTypeHinting(false, false);
    startDoc(&document);
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
