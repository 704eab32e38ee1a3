// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/endpointcheck.h"

#include "core/engines/endpointcall.h"
#include "core/engines/geminirequest.h"

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr qint64 largestAnswer = 1024 * 1024;

Result<EndpointCheck> judge(const HttpResponse &response)
{
    const QString status = u"HTTP %1"_s.arg(response.status);
    if (response.status >= 200 && response.status < 300)
        return EndpointCheck::Accepted;
    // Google's services say 400 to a key that they don't know.
    const bool isBadKey = response.status == 400 && response.body.contains("API_KEY_INVALID");
    if (response.status == 401 || response.status == 403 || isBadKey)
        return fail(ErrorCode::SignInRefused, status);
    if (response.status == 429)
        return fail(ErrorCode::EndpointBusy, status);
    if (response.status >= 500)
        return fail(ErrorCode::EndpointFailed, status);
    return EndpointCheck::Unclear;
}

// Holds what the call needs until its answer is there.
class Check final : public QObject
{
public:
    Check(const Connection &connection, HttpTransport &http, std::unique_ptr<TokenSource> tokens)
        : m_http(http)
        , m_tokens(std::move(tokens))
        , m_rules(gemini::rulesOf(connection))
    {
        m_request.url = gemini::modelUrl(connection);
        m_request.headers = {{"Accept", "application/json"}};
        m_request.timeout = std::chrono::seconds(20);
        m_request.maxAnswerBytes = largestAnswer;
        m_rules.retry.attempts = 1; // a person is waiting, and can press again
        m_rules.networkAttempts = 1;
    }

    Async<EndpointCheck> run(const std::stop_token &stop)
    {
        const Answer<EndpointCheck> answer;
        whenDone(EndpointCall::send(m_http, m_tokens.get(), m_request, m_rules, stop, this), this,
                 [this, answer](const Result<HttpResponse> &response) {
                     answer.give(response ? judge(*response) : tl::make_unexpected(response.error()));
                     deleteLater();
                 });
        return answer.future();
    }

private:
    HttpTransport &m_http;
    std::unique_ptr<TokenSource> m_tokens;
    CallRules m_rules;
    HttpRequest m_request;
};

} // namespace

Async<EndpointCheck> checkEndpoint(const Connection &connection, HttpTransport &http,
                                   std::unique_ptr<TokenSource> tokens, const std::stop_token &stop)
{
    if (connection.kind != "gemini"_L1)
        return ready<EndpointCheck>(fail(ErrorCode::InvalidInput, u"kind '%1' can't be tested"_s.arg(connection.kind)));
    auto *check = new Check(connection, http, std::move(tokens));
    return check->run(stop);
}

} // namespace core
