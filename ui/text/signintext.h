// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace ui {

// Why signing in, or connecting a provider, did not work: what happened, what was kept, what to do. The provider's own
// error codes (RFC 6749, 4.1.2.1 and 5.2; OpenID Connect Core, 3.1.2.6; RFC 8628, 3.5) and our own checks each have
// their sentence; anything else has errorText()'s.
[[nodiscard]] QString signInErrorText(const core::Error &error);

// The technical detail for whoever asks for it, and for an administrator. Everything that could be a token, a code or
// the query of an address is left out.
[[nodiscard]] QString technicalText(const core::Error &error);

} // namespace ui
