// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/geminianswer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core::gemini {
namespace {

// Reason codes are words in capitals; anything else from outside stays out of our details.
QString codeWord(const QJsonValue &value)
{
    static const QRegularExpression word(QRegularExpression::anchoredPattern(u"[A-Z][A-Z0-9_]{1,63}"_s));
    const QString text = value.toString();
    return word.match(text).hasMatch() ? text : QString();
}

qint64 tokens(const QJsonValue &value)
{
    return std::max<qint64>(0, value.toInteger());
}

Usage usageFrom(const QJsonObject &usage)
{
    Usage result;
    result.inputTokens = tokens(usage[u"promptTokenCount"]);
    // Thinking is billed as output.
    result.outputTokens = tokens(usage[u"candidatesTokenCount"]) + tokens(usage[u"thoughtsTokenCount"]);
    return result;
}

QString textOf(const QJsonObject &candidate)
{
    QString text;
    for (const QJsonValue &part : candidate[u"content"][u"parts"].toArray()) {
        if (!part[u"thought"].toBool())
            text += part[u"text"].toString();
    }
    return text;
}

// Some models wrap JSON in a code fence though told not to.
QString withoutFence(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (!trimmed.startsWith("```"_L1) || !trimmed.endsWith("```"_L1) || trimmed.size() < 8)
        return trimmed;
    const qsizetype firstLine = trimmed.indexOf(u'\n');
    return firstLine < 0 ? trimmed : trimmed.sliced(firstLine + 1, trimmed.size() - firstLine - 4).trimmed();
}

QJsonObject errorObject(const QByteArray &body)
{
    return QJsonDocument::fromJson(body)[u"error"].toObject();
}

QJsonObject detailOf(const QByteArray &body, QLatin1StringView type)
{
    for (const QJsonValue &detail : errorObject(body)[u"details"].toArray()) {
        if (detail[u"@type"].toString().endsWith(type))
            return detail.toObject();
    }
    return {};
}

ErrorCode codeFor(int status)
{
    if (status == 401)
        return ErrorCode::SignInNeeded;
    if (status == 429)
        return ErrorCode::EndpointBusy;
    if (status == 408 || status >= 500)
        return ErrorCode::EndpointFailed;
    if (status == 413)
        return ErrorCode::LimitReached;
    return status >= 400 ? ErrorCode::EndpointRefused : ErrorCode::EndpointFailed;
}

} // namespace

Result<EngineAnswer> answerFrom(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject())
        return fail(ErrorCode::EndpointFailed, u"the answer is not JSON"_s);
    const QJsonObject json = document.object();
    if (const QJsonObject feedback = json[u"promptFeedback"].toObject(); feedback.contains(u"blockReason"))
        return fail(ErrorCode::EndpointRefused, u"blocked: %1"_s.arg(codeWord(feedback[u"blockReason"])));
    const QJsonArray candidates = json[u"candidates"].toArray();
    if (candidates.isEmpty())
        return fail(ErrorCode::EndpointFailed, u"the answer has no candidates"_s);

    const QJsonObject candidate = candidates[0].toObject();
    const QString reason = codeWord(candidate[u"finishReason"]);
    const bool ended = reason == "STOP"_L1 || reason.isEmpty();
    const bool cut = reason == "MAX_TOKENS"_L1;
    const QJsonDocument values = QJsonDocument::fromJson(withoutFence(textOf(candidate)).toUtf8());
    if (!values.isObject()) {
        if (cut)
            return fail(ErrorCode::EndpointFailed, u"the answer was cut off (MAX_TOKENS): raise max_output_tokens"_s);
        if (!ended)
            return fail(ErrorCode::EndpointRefused, u"finish reason %1"_s.arg(reason));
        return fail(ErrorCode::EndpointFailed, u"the answer holds no JSON object"_s);
    }
    EngineAnswer answer;
    answer.values = values.object();
    answer.model = json[u"modelVersion"].toString().left(120);
    answer.usage = usageFrom(json[u"usageMetadata"].toObject());
    if (!ended)
        answer.warning = u"finish reason %1"_s.arg(reason);
    return answer;
}

Error errorFrom(const HttpResponse &response)
{
    const QJsonObject error = errorObject(response.body);
    const QString status = codeWord(error[u"status"]);
    const QString reason = codeWord(detailOf(response.body, "ErrorInfo"_L1)[u"reason"]);
    QStringList words{u"HTTP %1"_s.arg(response.status), status, reason};
    if (error.isEmpty() && !response.body.isEmpty())
        words += u"no error object in the answer"_s;
    words.removeAll(QString());
    // A wrong key comes as 400.
    const bool wrongKey = reason == "API_KEY_INVALID"_L1;
    return {wrongKey ? ErrorCode::SignInRefused : codeFor(response.status), words.join(u' ')};
}

std::optional<std::chrono::milliseconds> retryDelayFrom(const QByteArray &body)
{
    QString delay = detailOf(body, "RetryInfo"_L1)[u"retryDelay"].toString();
    if (!delay.endsWith(u's'))
        return {};
    delay.chop(1);
    bool isNumber = false;
    const double seconds = delay.toDouble(&isNumber);
    if (!isNumber || !(seconds >= 0) || seconds > 1e9)
        return {};
    return std::chrono::milliseconds(qRound64(seconds * 1000));
}

bool isFinal(const QByteArray &body)
{
    const QJsonArray violations = detailOf(body, "QuotaFailure"_L1)[u"violations"].toArray();
    return std::any_of(violations.begin(), violations.end(), [](const QJsonValue &violation) {
        return violation[u"quotaId"].toString().contains("PerDay"_L1);
    });
}

} // namespace core::gemini
