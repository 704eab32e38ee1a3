// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace core {

// Takes from this process, for good, what reading a document never needs: the network, writing or changing any file,
// starting programs, looking into other processes, and more memory than this many bytes. Forbidden calls answer EPERM.
// Error: Internal, with what the kernel said.
[[nodiscard]] Result<> enterSandbox(qint64 memoryLimit);

} // namespace core
