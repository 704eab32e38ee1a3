// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace core {

// Whether this libpoppler draws the same letters with larger glyph caches as with its own: looked at once a process, on
// a page of polygons made for it. A Poppler::Document must be alive.
[[nodiscard]] bool largerGlyphCachesDrawTheSame();

} // namespace core
