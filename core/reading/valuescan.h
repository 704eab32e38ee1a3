// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reading/context.h"

#include <optional>

namespace core {

// How a string is bounded: an identifier is one word with digits, a name or a text runs to the end of its segment.
enum class Shape { Typed, Identifier, Name, Text };

[[nodiscard]] Shape shapeOf(const SchemaField &field);

// A value in tokens [first, last).
struct Scan {
    int first = 0;
    int last = 0;
    QString raw;
    NormalValue value;
    bool strong = true; // an amount with cents or a currency; not just digits
};

// All values of a type between two tokens, left to right.
[[nodiscard]] std::vector<Scan> scanValues(const Layout &layout, int first, int last, ValueType type,
                                           const ReadingContext &context);
// The first identifier between two tokens.
[[nodiscard]] std::optional<Scan> scanIdentifier(const Layout &layout, int first, int last,
                                                 const ReadingContext &context);

} // namespace core
