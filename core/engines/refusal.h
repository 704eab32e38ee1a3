// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace core {

// A 401 of an endpoint: there is a sign-in, and it is the endpoint that does not take it.
[[nodiscard]] inline bool isSignInRefusedByEndpoint(const Error &error)
{
    return error.code == ErrorCode::SignInNeeded && error.detail.startsWith(QLatin1StringView("HTTP 401"));
}

} // namespace core
