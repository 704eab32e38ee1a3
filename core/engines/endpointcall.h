// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/answer.h"
#include "core/base/onstop.h"
#include "core/engines/connection.h"
#include "core/engines/retrypolicy.h"
#include "core/net/tokensource.h"

#include <QObject>

namespace core {

// How a token is shown to an endpoint, and what its answers say about trying again.
struct CallRules {
    RetryPolicy retry;
    int networkAttempts = 3; // where no answer came at all; one where its certificate was not taken
    QByteArray tokenHeader = "Authorization";
    QByteArray tokenPrefix = "Bearer ";
    QUrl origin = {}; // the only one that may see the token; empty: the request's own
    CertificateFiles certificate = {}; // for that origin's host
    QString authorities = {}; // the same
    std::function<std::optional<std::chrono::milliseconds>(const HttpResponse &)> askedWait;
    std::function<bool(const HttpResponse &)> isFinal;
};

// How the connection's own endpoint, and no other, is shown what its `auth` names: a bearer token, a user and password
// (RFC 7617), or a key in the header `auth.header` (X-API-Key).
[[nodiscard]] CallRules rulesFor(const Connection &connection);

// One request until its last answer: with a token, once more with a new one after 401, later again when the endpoint is
// busy. Deletes itself.
class EndpointCall : public QObject
{
    Q_OBJECT

public:
    // tokens null: the endpoint asks for none.
    [[nodiscard]] static Async<HttpResponse> send(HttpTransport &http, TokenSource *tokens, const HttpRequest &request,
                                                  const CallRules &rules, const std::stop_token &stop, QObject *parent);

private:
    EndpointCall(HttpTransport &http, TokenSource *tokens, HttpRequest request, CallRules rules, std::stop_token stop,
                 QObject *parent);
    void authorise();
    void attempt(const Secret &token);
    void take(const Result<HttpResponse> &result);
    [[nodiscard]] std::optional<std::chrono::milliseconds> waitFor(const Result<HttpResponse> &result) const;
    void end(Result<HttpResponse> result);

    HttpTransport &m_http;
    TokenSource *m_tokens;
    const HttpRequest m_request;
    const CallRules m_rules;
    std::stop_token m_stop;
    Answer<HttpResponse> m_answer;
    Secret m_token;
    int m_attempts = 0;
    bool m_tokenRenewed = false;
    bool m_proofRepeated = false;
    OnStop m_onStop;
};

} // namespace core
