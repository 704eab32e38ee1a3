// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reading/rules.h"

namespace core {

enum class Party { Unknown, Seller, Buyer };

// Which party a token's surroundings speak of: the nearest heading ("Verkäufer", "Bill to") above it in its column.
[[nodiscard]] Party partyAt(const ReadingInput &input, int token);

// A label with a line of its own, or that a colon ends.
[[nodiscard]] bool isHeading(const Layout &layout, const LabelHit &hit);

// Lines that stand under each other like an address; indexes of segments.
using Block = std::vector<int>;

// The blocks of a page, top to bottom.
[[nodiscard]] std::vector<Block> blocksOf(const Layout &layout, int page);

} // namespace core
