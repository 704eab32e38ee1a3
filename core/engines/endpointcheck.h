// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/engines/connection.h"
#include "core/net/http.h"
#include "core/net/tokensource.h"

#include <memory>
#include <stop_token>

namespace core {

enum class EndpointCheck {
    Accepted, // it answered with what was asked for
    Unclear, // it answered, and did not say whether it takes the secret
};

// Shows a connection's secret to its endpoint, once and without a document: asks for the description of its model.
// Errors: SignInRefused when the secret (or the client, at its token endpoint) is not taken; EndpointBusy; Network,
// Timeout, Cancelled, EndpointFailed (5xx); and what the token source says.
[[nodiscard]] Async<EndpointCheck> checkEndpoint(const Connection &connection, HttpTransport &http,
                                                 std::unique_ptr<TokenSource> tokens, const std::stop_token &stop);

} // namespace core
