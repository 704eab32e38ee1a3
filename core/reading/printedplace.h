// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reading/labelrule.h"

namespace core {

// The first place where a known value is printed in some way that means the same; empty when it is nowhere.
[[nodiscard]] std::vector<Place> printedPlaces(const ReadingInput &input, const NormalValue &value, ValueType type);

} // namespace core
