// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/endpointcall.h"

#include "core/base/logging.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace core {

CallRules rulesFor(const Connection &connection)
{
    CallRules rules;
    rules.origin = connection.baseUrl;
    rules.certificate = connection.certificate;
    rules.authorities = connection.extraCa;
    const QString kind = connection.auth[u"kind"].toString();
    if (kind == "basic"_L1)
        rules.tokenPrefix = "Basic ";
    if (kind == "api_key"_L1) {
        rules.tokenHeader = connection.auth[u"header"].toString(u"X-API-Key"_s).toLatin1();
        rules.tokenPrefix.clear();
    }
    return rules;
}

Async<HttpResponse> EndpointCall::send(HttpTransport &http, TokenSource *tokens, const HttpRequest &request,
                                       const CallRules &rules, const std::stop_token &stop, QObject *parent)
{
    auto *call = new EndpointCall(http, tokens, request, rules, stop, parent);
    const auto answer = call->m_answer.future();
    call->m_onStop.watch(stop, call, [call] { call->end(fail(ErrorCode::Cancelled)); });
    call->authorise();
    return answer;
}

EndpointCall::EndpointCall(HttpTransport &http, TokenSource *tokens, HttpRequest request, CallRules rules,
                           std::stop_token stop, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_tokens(tokens)
    , m_request(std::move(request))
    , m_rules(std::move(rules))
    , m_stop(std::move(stop))
{
}

void EndpointCall::authorise()
{
    if (!m_tokens)
        return attempt({});
    whenDone(m_tokens->accessToken(m_stop), this, [this](const Result<Secret> &token) {
        if (!token)
            return end(tl::make_unexpected(token.error()));
        attempt(*token);
    });
}

void EndpointCall::attempt(const Secret &token)
{
    if (!token.isEmpty() && !m_rules.origin.isEmpty() && !isSameOrigin(m_request.url, m_rules.origin))
        return end(fail(ErrorCode::InvalidInput, u"the request is for another origin than the connection's"_s));
    m_token = token;
    ++m_attempts;
    HttpRequest request = m_request;
    const auto proof = m_tokens ? m_tokens->proof(token, request.method, request.url) : std::nullopt;
    if (proof)
        request.headers.insert(request.headers.end(), proof->begin(), proof->end());
    else if (!token.isEmpty())
        request.headers.emplace_back(m_rules.tokenHeader, m_rules.tokenPrefix + token.reveal());
    if (m_request.url.host() == m_rules.origin.host()) {
        request.certificate = m_rules.certificate;
        request.authorities = m_rules.authorities;
    }
    SentSecrets sent;
    sent.add(request);
    whenDone(m_http.send(request, m_stop), this, [this, sent](Result<HttpResponse> result) {
        if (result)
            result->sent = sent;
        take(result);
    });
}

void EndpointCall::take(const Result<HttpResponse> &result)
{
    if (m_answer.isGiven())
        return;
    if (result && m_tokens && m_tokens->learn(m_request.url, *result) && !m_proofRepeated) {
        m_proofRepeated = true;
        return attempt(m_token);
    }
    if (result && result->status == 401 && m_tokens && !m_tokenRenewed) {
        m_tokenRenewed = true;
        m_tokens->rejected(m_token);
        return authorise();
    }
    const auto wait = waitFor(result);
    if (!wait)
        return end(result);
    qCInfo(lcEngines) << "attempt" << m_attempts << "status" << (result ? result->status : 0) << "next in ms"
                      << wait->count();
    QTimer::singleShot(*wait, this, [this] {
        if (!m_answer.isGiven())
            authorise();
    });
}

std::optional<std::chrono::milliseconds> EndpointCall::waitFor(const Result<HttpResponse> &result) const
{
    const double jitter = QRandomGenerator::global()->generateDouble();
    if (!result) {
        const bool isPassing = result.error().code == ErrorCode::Network && untrustedHost(result.error()).isEmpty();
        const bool again = isPassing && m_attempts < m_rules.networkAttempts;
        return again ? waitAfter(m_attempts, m_rules.retry, {}, jitter) : std::nullopt;
    }
    if (!isWorthRetrying(result->status) || (m_rules.isFinal && m_rules.isFinal(*result)))
        return {};
    auto asked = m_rules.askedWait ? m_rules.askedWait(*result) : std::nullopt;
    if (!asked)
        asked = waitFromHeaders(*result, QDateTime::currentDateTimeUtc());
    return waitAfter(m_attempts, m_rules.retry, asked, jitter);
}

void EndpointCall::end(Result<HttpResponse> result)
{
    m_answer.give(std::move(result));
    deleteLater();
}

} // namespace core
