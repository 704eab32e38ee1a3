// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapters/poppler/textpiece.h"

#include <string>

namespace core {

enum class Direction { LeftToRight, RightToLeft };

// Whether there is a letter of Hebrew, Arabic or the like.
[[nodiscard]] bool hasRightToLeft(QStringView text);
[[nodiscard]] bool hasRightToLeft(const std::vector<TextPiece> &pieces);

// The direction of most letters; undecided is left to right.
[[nodiscard]] Direction directionOf(const std::vector<TextPiece> &pieces);

// The pieces of one line, which Poppler has from left to right, as they are read: the inverse of UAX #9, with numbers
// from left to right like Latin words. A piece is of one direction then; the letters of a word that is written from
// right to left are one piece however they were drawn, and their presentation forms are plain letters. `page` decides
// for a line that begins in one direction and ends in the other.
[[nodiscard]] std::vector<TextPiece> inReadingOrder(const std::vector<TextPiece> &line, Direction page);

// What is typed with several letters, from left to right on paper.
[[nodiscard]] std::u32string asDrawn(std::u32string_view typed);

} // namespace core
