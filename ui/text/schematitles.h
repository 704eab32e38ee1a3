// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extraction/extraction.h"

namespace ui {

// What schemas, fields, tables and columns are called in the language of the window, where their schema says it. For
// the eyes only: what is kept and exported has the schema's own titles.
[[nodiscard]] QString shownTitle(const core::Schema &schema);
[[nodiscard]] core::Extraction withShownTitles(core::Extraction extraction, const core::Schema &schema);

} // namespace ui
