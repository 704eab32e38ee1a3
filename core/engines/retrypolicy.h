// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/http.h"

#include <optional>

namespace core {

struct RetryPolicy {
    int attempts = 5; // in all
    std::chrono::milliseconds first{1'000}; // doubles with each attempt
    std::chrono::milliseconds longest{60'000}; // no wait is longer, whatever the server asks for
};

// May the same request do better later?
[[nodiscard]] bool isWorthRetrying(int status);

// How long to wait before attempt + 1, nothing when it is not worth it. asked: what the server named, if it did;
// jitter is 0 to 1.
[[nodiscard]] std::optional<std::chrono::milliseconds>
waitAfter(int attempt, const RetryPolicy &policy, std::optional<std::chrono::milliseconds> asked, double jitter);

// retry-after-ms, or Retry-After as seconds or an HTTP date.
[[nodiscard]] std::optional<std::chrono::milliseconds> waitFromHeaders(const HttpResponse &response,
                                                                       const QDateTime &now);

} // namespace core
