// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapters/poppler/textpiece.h"
#include "core/documents/geometry.h"

#include <memory>

namespace Poppler {
class TextBox;
} // namespace Poppler

namespace core {

// The words of a page in reading order, with lines and blocks. What lies outside the page as shown is left out.
[[nodiscard]] std::vector<Word> wordsOf(std::vector<TextPiece> pieces, QSizeF page);

[[nodiscard]] std::vector<TextPiece> piecesOf(const std::vector<std::unique_ptr<Poppler::TextBox>> &boxes);

// What a broken page tree says is not always a size.
[[nodiscard]] QSizeF saneSize(QSizeF size);

} // namespace core
