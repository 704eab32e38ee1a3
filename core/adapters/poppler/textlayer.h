// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/geometry.h"

#include <memory>

namespace Poppler {
class TextBox;
} // namespace Poppler

namespace core {

// Poppler's words of a page in reading order, with lines and blocks. What lies outside the page as shown is left out.
[[nodiscard]] std::vector<Word> wordsOf(const std::vector<std::unique_ptr<Poppler::TextBox>> &boxes, QSizeF page);

} // namespace core
