// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/pageddocument.h"

#include <chrono>

namespace app {

// Text layers of pages one after the other, until they are done, the time is up or somebody says stop. A broken page
// is among them, and said to be unreadable.
[[nodiscard]] std::vector<core::CompactPage> indexPages(core::PagedDocument &document,
                                                        const core::IndexRequest &request,
                                                        std::chrono::milliseconds time, const core::StopCheck &stop);

} // namespace app
