// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace app {

// What scripts see.
enum ExitCode {
    Done = 0,
    InternalError = 1,
    WrongUsage = 2,
    UnreadableDocument = 3,
    SignInProblem = 4,
    EndpointProblem = 5,
    LimitHit = 6,
    BelowThreshold = 10,
};

[[nodiscard]] int exitCodeOf(core::ErrorCode code);
// The graver of two codes.
[[nodiscard]] int worse(int a, int b);

} // namespace app
