// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace app {

[[nodiscard]] Command extractCommand();
[[nodiscard]] Command textCommand();
[[nodiscard]] Command groundCommand();
[[nodiscard]] Command renderCommand();
[[nodiscard]] Command schemasCommand();
[[nodiscard]] Command enginesCommand();
[[nodiscard]] Command doctorCommand();

} // namespace app
