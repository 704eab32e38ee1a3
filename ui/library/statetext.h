// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extraction/pipeline.h"
#include "core/store/store.h"

#include <QString>

namespace ui {

[[nodiscard]] QString stateText(const core::DocumentRow &row, const core::ExtractProgress &progress);
[[nodiscard]] QString stateIconName(core::DocumentState state);
[[nodiscard]] core::ErrorCode errorCodeOf(const QString &name); // as the format writes it; Internal when unknown

} // namespace ui
