// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/choice.h"

#include <vector>

namespace app {

// The languages that the program speaks, each by its own name.
[[nodiscard]] std::vector<ui::Choice> languages();

} // namespace app
