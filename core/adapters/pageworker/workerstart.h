// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapters/pageworker/pooloptions.h"
#include "core/adapters/pageworker/workerprocess.h"

namespace core {

// A worker as a pool with these options has them. It can be started before there is an application, and be given to the
// pool once there is one (WorkerPool::adopt). Error: WorkerLost.
[[nodiscard]] Result<std::unique_ptr<WorkerProcess>> startWorker(const PoolOptions &options);

} // namespace core
