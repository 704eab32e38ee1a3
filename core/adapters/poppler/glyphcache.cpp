// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/poppler/glyphcache.h"

#include <cstddef>
#include <goo/gmem.h>
#include <splash/SplashFont.h>
#include <type_traits>

// As SplashFont.cc of Poppler 22.12 has it, which nobody else sees. Only the position in use (mru) has to be right for
// an empty cache: an index among the eight of a set, without the bit that says there is a glyph.
struct SplashFontCacheTag {
    int c;
    short xFrac, yFrac;
    unsigned int mru;
    int x, y, w, h;
};

namespace core {
namespace {

constexpr int ways = 8; // glyphs a set, as SplashFont::initCache has it
constexpr int mostSets = 64;
constexpr int mostBytes = 4 << 20; // a font; there are at most sixteen

// Members that a font shows to its subclasses only. Naming one as a template argument is allowed anywhere.
template<typename Tag, auto Member>
struct Open {
    friend constexpr auto memberOf(Tag) { return Member; }
};

struct Bytes {
    friend constexpr auto memberOf(Bytes);
};
struct Tags {
    friend constexpr auto memberOf(Tags);
};
struct GlyphSize {
    friend constexpr auto memberOf(GlyphSize);
};
struct Sets {
    friend constexpr auto memberOf(Sets);
};
struct Ways {
    friend constexpr auto memberOf(Ways);
};
template struct Open<Bytes, &SplashFont::cache>;
template struct Open<Tags, &SplashFont::cacheTags>;
template struct Open<GlyphSize, &SplashFont::glyphSize>;
template struct Open<Sets, &SplashFont::cacheSets>;
template struct Open<Ways, &SplashFont::cacheAssoc>;

int setsFor(int glyphSize)
{
    int sets = mostSets;
    while (sets > 1 && sets * ways > mostBytes / glyphSize)
        sets /= 2; // a power of two: Splash takes the low bits of the glyph's number
    return sets;
}

} // namespace

void growGlyphCache(SplashFont &font)
{
    const int glyphSize = font.*memberOf(GlyphSize());
    int &sets = font.*memberOf(Sets());
    if (sets >= mostSets || font.*memberOf(Ways()) != ways || glyphSize <= 0)
        return;
    const int wanted = setsFor(glyphSize);
    if (wanted <= sets)
        return;
    auto *bytes = static_cast<unsigned char *>(gmallocn_checkoverflow(wanted * ways, glyphSize));
    auto *tags = static_cast<SplashFontCacheTag *>(gmallocn_checkoverflow(wanted * ways, sizeof(SplashFontCacheTag)));
    if (!bytes || !tags) {
        gfree(bytes);
        gfree(tags);
        return;
    }
    for (int i = 0; i < wanted * ways; ++i)
        tags[i].mru = static_cast<unsigned int>(i % ways);
    gfree(font.*memberOf(Bytes()));
    gfree(font.*memberOf(Tags()));
    font.*memberOf(Bytes()) = bytes;
    font.*memberOf(Tags()) = tags;
    sets = wanted;
}

} // namespace core
