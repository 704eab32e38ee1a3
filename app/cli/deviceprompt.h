// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/deviceauthorization.h"

namespace app {

// Prints where to go and what to enter there: sentences, or one line of JSON with `verification_uri`,
// `verification_uri_complete` (null: none), `user_code` and `expires_at`. false: nobody reads it.
[[nodiscard]] bool showDevicePrompt(const core::DevicePrompt &prompt, bool json);

} // namespace app
