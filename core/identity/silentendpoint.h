// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QUrl>

#include <functional>
#include <list>
#include <optional>
#include <stop_token>

namespace core {

// What of a provider did not answer: "discovery", or the endpoint's name in its metadata ("jwks_uri", ...).
struct SilentEndpoint {
    QString name;
    QString host;
};

// Timeout, and what a later reader finds in it; nothing: it is another error.
[[nodiscard]] Error silenceOf(const SilentEndpoint &endpoint);
[[nodiscard]] std::optional<SilentEndpoint> silentEndpointOf(const Error &error);

// Timeout: the provider did its part, and nobody has finished its page. True for that one.
[[nodiscard]] Error pageSilence();
[[nodiscard]] bool isPageSilence(const Error &error);

// Whom is waited for, and on whose behalf: a question is its stop token's.
class AwaitedEndpoints
{
public:
    // What takes the question off the list again; to be called once.
    [[nodiscard]] std::function<void()> add(SilentEndpoint endpoint, const std::stop_token &stop);
    // The one that was asked last; nothing: none is waited for.
    [[nodiscard]] std::optional<SilentEndpoint> of(const std::stop_token &stop) const;

private:
    struct Question {
        SilentEndpoint endpoint;
        std::stop_token stop;
    };
    std::list<Question> m_questions;
};

} // namespace core
