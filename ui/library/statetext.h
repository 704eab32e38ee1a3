// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extraction/pipeline.h"
#include "core/store/store.h"

#include <QString>

namespace ui {

[[nodiscard]] QString stateText(const core::DocumentRow &row, const core::ExtractProgress &progress);
[[nodiscard]] QString stateIconName(core::DocumentState state);
// Of a document that failed: in two or three words, and in sentences.
[[nodiscard]] QString failureTitle(const core::DocumentRow &row);
[[nodiscard]] QString failureText(const core::DocumentRow &row);
[[nodiscard]] core::Error errorOf(const core::DocumentRow &row);
[[nodiscard]] core::ErrorCode errorCodeOf(const QString &name); // as the format writes it; Internal when unknown

} // namespace ui
