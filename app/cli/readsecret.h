// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

namespace app {

// A secret from standard input, never from an argument: a line that is typed unseen where that is a terminal, else
// everything up to its end without the last line break. InvalidInput: empty or over 64 KiB. Cancelled: Ctrl+C.
[[nodiscard]] core::Result<core::Secret> readSecret(const QString &prompt);

} // namespace app
