// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engines/engine.h"

namespace core {

// Fills in what the tokens cost by a connection's prices: {"input_per_million": "0.75" or 0.75, "output_per_million",
// "currency", "as_of"}. Exact; without prices the cost stays "0" and no date is given.
void addCost(Usage &usage, const QJsonObject &prices);

} // namespace core
