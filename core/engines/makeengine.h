// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engines/engine.h"
#include "core/net/tokensource.h"

#include <memory>

namespace core {

class HttpTransport;

// The engine that speaks to a connection. InvalidInput for a kind that this version cannot speak to.
[[nodiscard]] Result<std::shared_ptr<Engine>> makeEngine(const Connection &connection, HttpTransport &http,
                                                         TokenSource *tokens);

} // namespace core
