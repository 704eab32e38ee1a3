// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/profile.h"

namespace core {

// The provider refused because it does not know this computer, and its profile says that a browser in private mode is
// why: the system's browser may go where the embedded one can't.
[[nodiscard]] bool isRefusedForPrivateMode(const ProviderProfile &profile, const Error &error);

} // namespace core
