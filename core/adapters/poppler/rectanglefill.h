// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class GfxPath;
class Splash;

namespace core {

// Fills a large upright rectangle as Splash::fill does, byte for byte: Splash counts the sixteen parts of every pixel
// to find it covered, which for the background of a page takes longer than all that stands on it. False: nothing was
// drawn, for it is no such rectangle, it is translucent, or a clipping path or a group has a say.
[[nodiscard]] bool fillLargeRectangle(Splash &splash, const GfxPath &path);

} // namespace core
