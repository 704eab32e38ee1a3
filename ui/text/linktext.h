// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/documentfacts.h"
#include "core/documents/pagelabels.h"

namespace ui {

// What a link of a document does, in words: for tooltips, and where it is refused.
[[nodiscard]] QString pageLinkText(const core::PageLink &link, const core::PageLabels &labels);

} // namespace ui
