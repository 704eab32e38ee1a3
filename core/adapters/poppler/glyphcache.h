// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class SplashFont;

namespace core {

// Gives the font more room for drawn glyphs. Splash keeps eight of an ordinary font, each at one of four places between
// two pixels, and so draws nearly every letter of a page anew. Between two glyphs only: what was kept is forgotten.
void growGlyphCache(SplashFont &font);

} // namespace core
