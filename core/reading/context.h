// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reading/layout.h"
#include "core/schema/schema.h"

namespace core {

// What the whole document says about how its numbers, dates and amounts are meant.
struct ReadingContext {
    NormalContext normal;
    QString currency; // the one that most amounts carry; empty when none does
};

[[nodiscard]] ReadingContext contextOf(const DocumentText &document, const Layout &layout);

} // namespace core
