// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace app {

struct Pipes {
    int orders = -1; // to read
    int news = -1; // to write
};

// Standard input and output, kept for this program alone: what it starts gets /dev/null in their place. Nothing when
// they are not pipes.
[[nodiscard]] std::optional<Pipes> takePipes();

} // namespace app
