// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/redirectpage.h"

namespace ui {

// What the browser's last page says, in the language that the program's translators speak.
[[nodiscard]] core::RedirectPageText redirectPageText();

} // namespace ui
