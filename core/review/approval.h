// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/review.h"

// The rule of approval, here only: whoever approves stands for every value as it is now. While a value is in doubt it
// is refused, unless the doubts are expressly taken on as well. What is missing stays missing, except where nothing was
// found at all: then it is the emptiness that is approved. A value changed afterwards is corrected again, and so not
// approved.
namespace core {

[[nodiscard]] Result<> approvalPermitted(const Extraction &extraction, const Edit &approve);
void approve(Extraction &extraction, const Edit &approve);
void reopen(Extraction &extraction);

// Tells two sets of values apart; what an approval is bound to.
[[nodiscard]] QString digestOf(const Extraction &extraction);
[[nodiscard]] QString digestOf(const ExtractedRow &row);

} // namespace core
