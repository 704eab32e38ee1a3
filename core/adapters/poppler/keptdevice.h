// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

#include <SplashOutputDev.h>

namespace core {

// Splash as Poppler's Qt interface sets it up for Format_RGB32 with smooth letters and lines, to be kept from page to
// page: so that fonts are read and glyphs are drawn once.
class KeptDevice final : public SplashOutputDev
{
public:
    KeptDevice(PDFDoc &document, bool growGlyphCaches);

    void setGrowGlyphCaches(bool grow) { m_growGlyphCaches = grow; }

    // Whether a page given up half way may have left something behind for the next one.
    [[nodiscard]] bool isSpoiltByAbort() const { return m_hasType3 || m_clipsToText; }

    void endPage() override { } // Splash would lay the page on its paper; layOnPaper() does

    void fill(GfxState *state) override;
    void eoFill(GfxState *state) override;
    void drawChar(GfxState *state, double x, double y, double dx, double dy, double originX, double originY,
                  CharCode code, int bytes, const Unicode *unicode, int unicodeLength) override;
    bool beginType3Char(GfxState *state, double x, double y, double dx, double dy, CharCode code,
                        const Unicode *unicode, int unicodeLength) override;

private:
    bool m_growGlyphCaches;
    bool m_hasType3 = false; // half a letter may be in the cache
    bool m_clipsToText = false; // the path of the letters so far waits for the end of the text object
};

// The page on white paper, as SplashOutputDev::endPage and SplashBitmap::convertToXBGR make it together, in one go: in
// a picture of its size and Format_RGB32.
void layOnPaper(SplashBitmap &page, QImage &picture);

} // namespace core
