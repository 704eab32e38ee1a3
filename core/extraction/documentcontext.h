// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/document.h"
#include "core/schema/schema.h"

namespace core {

// How this document writes its numbers and dates, learnt from those that leave no choice ("1.240,50", "31/01/2024").
[[nodiscard]] NormalContext contextOf(const DocumentText &document, const QString &language);

} // namespace core
