// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extraction/extraction.h"
#include "core/store/store.h"

#include <chrono>
#include <optional>

namespace core {

// The row of a document whose extraction came to an end.
[[nodiscard]] DocumentRow withExtraction(DocumentRow row, const Extraction &extraction);
[[nodiscard]] DocumentRow withError(DocumentRow row, const Error &error);

// How long to wait before the next try by itself; nothing when it would be of no use, or was tried often enough.
[[nodiscard]] std::optional<std::chrono::milliseconds> waitBeforeNextTry(const Error &error, int triesSoFar);

} // namespace core
