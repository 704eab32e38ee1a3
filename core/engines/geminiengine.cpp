// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/geminiengine.h"

#include "core/documents/pagelimit.h"
#include "core/engines/cost.h"
#include "core/engines/geminianswer.h"
#include "core/engines/geminirequest.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QtConcurrent>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

// The documented limits of the service, where the connection names none.
constexpr qint64 mostBytes = 50'000'000;
constexpr int mostPages = 1000;
constexpr qint64 largestAnswer = 16 * 1024 * 1024;
constexpr std::chrono::minutes longestExchange{10};

// Reads the original again: what is sent must be what was read.
Result<QByteArray> bodyFor(const Connection &connection, const EngineRequest &request)
{
    QFile file(request.file);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::AccessDenied, file.errorString());
    const QByteArray bytes = file.readAll();
    if (bytes.size() != file.size() || bytes.isEmpty())
        return fail(ErrorCode::BrokenDocument, u"the file could not be read again"_s);
    const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    if (!request.document.info.sha256.isEmpty() && hash != request.document.info.sha256)
        return fail(ErrorCode::BrokenDocument, u"the file changed while it was being read"_s);
    return QJsonDocument(gemini::generateBody(connection, request, bytes)).toJson(QJsonDocument::Compact);
}

} // namespace

GeminiEngine::GeminiEngine(Connection connection, HttpTransport &http, TokenSource *tokens, const RetryPolicy &retry)
    : m_connection(std::move(connection))
    , m_http(http)
    , m_tokens(tokens)
    , m_retry(retry)
{
}

Async<EngineAnswer> GeminiEngine::extract(const EngineRequest &request, std::stop_token stop)
{
    if (const auto over = overLimit(request.document.info))
        return ready<EngineAnswer>(tl::make_unexpected(*over));
    const auto body = QtConcurrent::run([connection = m_connection, request] { return bodyFor(connection, request); });
    const auto response = andThen(body, this, [this, stop](const QByteArray &bytes) {
        HttpRequest post;
        post.method = "POST";
        post.url = gemini::generateUrl(m_connection);
        post.headers = {{"Content-Type", "application/json"}, {"Accept", "application/json"}};
        post.body = bytes;
        post.timeout = longestExchange;
        post.maxAnswerBytes = largestAnswer;
        return EndpointCall::send(m_http, m_tokens, post, rules(), stop, this);
    });
    return andThen(response, this, [this](const HttpResponse &answer) { return ready<EngineAnswer>(read(answer)); });
}

std::optional<Error> GeminiEngine::overLimit(const DocumentInfo &info) const
{
    const qint64 bytes = m_connection.limits[u"max_bytes"].toInteger(mostBytes);
    const int pages = m_connection.limits[u"max_pages"].toInt(mostPages);
    if (info.bytes > bytes)
        return Error{ErrorCode::LimitReached, u"%1 bytes, the connection takes %2"_s.arg(info.bytes).arg(bytes)};
    if (info.pages() > pages)
        return tooManyPages({info.pages(), pages});
    return {};
}

CallRules GeminiEngine::rules() const
{
    CallRules rules = gemini::rulesOf(m_connection);
    rules.retry = m_retry;
    rules.askedWait = [](const HttpResponse &response) { return gemini::retryDelayFrom(response.body); };
    rules.isFinal = [](const HttpResponse &response) { return gemini::isFinal(response.body); };
    return rules;
}

Result<EngineAnswer> GeminiEngine::read(const HttpResponse &response) const
{
    if (response.status != 200)
        return tl::make_unexpected(response.sent.takenOutOf(gemini::errorFrom(response)));
    auto answer = gemini::answerFrom(response.body);
    if (!answer)
        return tl::make_unexpected(response.sent.takenOutOf(answer.error()));
    answer->model = response.sent.takenOutOf(answer->model);
    answer->warning = response.sent.takenOutOf(answer->warning);
    addCost(answer->usage, m_connection.prices);
    return answer;
}

} // namespace core
