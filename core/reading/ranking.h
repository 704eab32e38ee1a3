// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reading/finding.h"

namespace core {

// One finding a path, the best; those that say the same support it, and near ties become its others.
[[nodiscard]] std::vector<Finding> bestOf(const std::vector<Finding> &findings);

} // namespace core
