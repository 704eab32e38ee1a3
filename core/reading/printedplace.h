// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reading/labelrule.h"

#include <optional>

namespace core {

// Tokens [first, last) of a layout.
struct TokenRange {
    int first = 0;
    int last = 0;
};

// The first tokens within the range that print a known value in some way that means the same; nothing when none do.
[[nodiscard]] std::optional<TokenRange> printedTokens(const ReadingInput &input, const NormalValue &value,
                                                      ValueType type, TokenRange within);

// Where it stands on the pages; empty when it is nowhere.
[[nodiscard]] std::vector<Place> printedPlaces(const ReadingInput &input, const NormalValue &value, ValueType type);

} // namespace core
