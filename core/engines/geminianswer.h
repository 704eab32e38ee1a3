// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engines/engine.h"
#include "core/net/http.h"

#include <chrono>
#include <optional>

namespace core::gemini {

// The values in a 200 answer. EndpointFailed when there is no usable JSON object in it, EndpointRefused when the
// endpoint would not answer (a block or finish reason, named in the detail).
[[nodiscard]] Result<EngineAnswer> answerFrom(const QByteArray &body);

// What any other status means. The detail has the status and the endpoint's reason codes, never its free text: that may
// repeat the document.
[[nodiscard]] Error errorFrom(const HttpResponse &response);

// RetryInfo.retryDelay of an error body ("36.207345112s").
[[nodiscard]] std::optional<std::chrono::milliseconds> retryDelayFrom(const QByteArray &body);

// A quota a day, a wrong key: trying again now changes nothing.
[[nodiscard]] bool isFinal(const QByteArray &body);

} // namespace core::gemini
