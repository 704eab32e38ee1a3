// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extraction/extraction.h"
#include "ui/widgets/theme.h"

namespace ui {

[[nodiscard]] Tone toneOf(core::FieldStatus status);
[[nodiscard]] QString statusText(core::FieldStatus status); // "doubtful"

} // namespace ui
