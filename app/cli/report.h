// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extraction/extraction.h"

namespace app {

// An extraction for a person to read in a terminal.
[[nodiscard]] QString report(const core::Extraction &extraction);

// Done, the code of its error, or BelowThreshold when a value, or a wanted one that is missing, is less sure than that.
[[nodiscard]] int exitCodeOf(const core::Extraction &extraction, std::optional<double> failBelow,
                             const QStringList &required);

} // namespace app
