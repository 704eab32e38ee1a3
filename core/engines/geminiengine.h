// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engines/endpointcall.h"
#include "core/engines/engine.h"

namespace core {

// Google's Gemini API and what speaks its format. Lives on a thread with an event loop.
class GeminiEngine : public QObject, public Engine
{
    Q_OBJECT

public:
    // tokens null: the connection's auth.kind is none. With auth.kind api_key the token is the key.
    GeminiEngine(Connection connection, HttpTransport &http, TokenSource *tokens, const RetryPolicy &retry = {});

    [[nodiscard]] Async<EngineAnswer> extract(const EngineRequest &request, std::stop_token stop) override;

private:
    [[nodiscard]] std::optional<Error> overLimit(const DocumentInfo &info) const;
    [[nodiscard]] CallRules rules() const;
    [[nodiscard]] Result<EngineAnswer> read(const HttpResponse &response) const;

    const Connection m_connection;
    HttpTransport &m_http;
    TokenSource *m_tokens;
    const RetryPolicy m_retry;
};

} // namespace core
