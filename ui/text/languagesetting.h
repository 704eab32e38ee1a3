// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/setting.h"

namespace ui::settings {

inline const core::Setting<QString> language{QLatin1StringView("look/language"), QString()}; // empty: the system's

} // namespace ui::settings
