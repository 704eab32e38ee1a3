// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace ui {

// What happened, what was kept, what to do, in plain words. The technical detail is not in it.
[[nodiscard]] QString errorText(const core::Error &error);

// The same in two or three words, for a row of a list.
[[nodiscard]] QString shortErrorText(const core::Error &error);

// The same for what is tried again by itself: what happened, without what to do.
[[nodiscard]] QString passingErrorText(const core::Error &error);

} // namespace ui
