// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extraction/extraction.h"
#include "ui/pages/mark.h"

#include <vector>

namespace ui {

// What is outlined on the pages: where each value stands, and the numbered candidates of the chosen one.
[[nodiscard]] std::vector<Mark> marksOf(const core::Extraction &extraction, const QString &chosen);

} // namespace ui
