// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/geminianswer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using core::ErrorCode;

namespace {

QByteArray answer(const QJsonArray &parts, const QString &reason = u"STOP"_s)
{
    return QJsonDocument(QJsonObject{{u"candidates"_s,
                                      QJsonArray{QJsonObject{{u"content"_s, QJsonObject{{u"parts"_s, parts}}},
                                                             {u"finishReason"_s, reason}}}},
                                     {u"modelVersion"_s, u"gemini-3-flash"_s},
                                     {u"usageMetadata"_s,
                                      QJsonObject{{u"promptTokenCount"_s, 579},
                                                  {u"candidatesTokenCount"_s, 27},
                                                  {u"thoughtsTokenCount"_s, 100},
                                                  {u"totalTokenCount"_s, 706}}}})
        .toJson();
}

QByteArray answerText(const QString &text, const QString &reason = u"STOP"_s)
{
    return answer({QJsonObject{{u"text"_s, text}}}, reason);
}

} // namespace

class GeminiAnswer : public QObject
{
    Q_OBJECT

private slots:
    void valuesAndUsageAreTaken();
    void partsAreJoinedAndThoughtsLeftOut();
    void aCodeFenceIsTakenOff();
    void hostileAnswersAreErrors_data();
    void hostileAnswersAreErrors();
    void strangeMembersDoNoHarm();
    void aBlockIsARefusalWithItsReason();
    void otherFinishReasonsAreNamed_data();
    void otherFinishReasonsAreNamed();
    void anObjectThatIsWholeIsUsedWithAWarning();
    void aStatusHasItsMeaning_data();
    void aStatusHasItsMeaning();
    void theDetailOfAnErrorHoldsNoForeignText();
    void theRetryDelayIsRead_data();
    void theRetryDelayIsRead();
    void aDailyQuotaIsFinal();
};

void GeminiAnswer::valuesAndUsageAreTaken()
{
    const auto result = core::gemini::answerFrom(answerText(u"{\"total\": 42.0, \"number\": null}"_s));
    QVERIFY(result);
    QCOMPARE(result->values[u"total"].toDouble(), 42.0);
    QCOMPARE(result->model, u"gemini-3-flash"_s);
    QCOMPARE(result->usage.inputTokens, 579);
    QCOMPARE(result->usage.outputTokens, 127); // thinking is billed as output
    QVERIFY(result->warning.isEmpty());
}

void GeminiAnswer::partsAreJoinedAndThoughtsLeftOut()
{
    const auto result =
        core::gemini::answerFrom(answer({QJsonObject{{u"text"_s, u"{\"thought\": 1}"_s}, {u"thought"_s, true}},
                                         QJsonObject{{u"text"_s, u"{\"to"_s}, {u"thoughtSignature"_s, u"AXL="_s}},
                                         QJsonObject{{u"text"_s, u"tal\": 1}"_s}}}));
    QVERIFY(result);
    QCOMPARE(result->values.keys(), QStringList({u"total"_s}));
}

void GeminiAnswer::aCodeFenceIsTakenOff()
{
    const auto result = core::gemini::answerFrom(answerText(u"```json\n{\"a\": 1}\n```"_s));
    QVERIFY(result);
    QCOMPARE(result->values[u"a"].toInt(), 1);
}

void GeminiAnswer::hostileAnswersAreErrors_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("a sign-in page with status 200") << QByteArray("<!doctype html><html><body>Welcome</body></html>");
    QTest::newRow("cut off") << answerText(u"{}"_s).chopped(40);
    QTest::newRow("a list") << QByteArray("[1,2,3]");
    QTest::newRow("no candidates") << QByteArray("{}");
    QTest::newRow("candidates of a wrong type") << QByteArray(R"({"candidates": "yes"})");
    QTest::newRow("parts of a wrong type") << QByteArray(R"({"candidates": [{"content": {"parts": 7}}]})");
    QTest::newRow("text is no JSON") << answerText(u"I am sorry, Dave."_s);
    QTest::newRow("text is a list") << answerText(u"[]"_s);
    QTest::newRow("NaN") << answerText(u"{\"total\": NaN}"_s);
    QTest::newRow("ten megabytes of nothing") << answerText(QString(10'000'000, u' '));
    QTest::newRow("deeply nested") << answerText(QString(100'000, u'[') + QString(100'000, u']'));
    QTest::newRow("null byte") << QByteArray("\0\0\0", 3);
}

void GeminiAnswer::hostileAnswersAreErrors()
{
    QFETCH(QByteArray, body);
    const auto result = core::gemini::answerFrom(body);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::EndpointFailed);
}

void GeminiAnswer::strangeMembersDoNoHarm()
{
    const auto result = core::gemini::answerFrom(
        R"({"candidates":[{"content":{"parts":[null,{"text":5},{"text":"{}"},{"functionCall":{}}]},"finishReason":7}],
            "usageMetadata":{"promptTokenCount":-5,"candidatesTokenCount":"many"},"modelVersion":[],"surprise":{}})");
    QVERIFY(result);
    QCOMPARE(result->usage.inputTokens, 0);
    QCOMPARE(result->usage.outputTokens, 0);
    QVERIFY(result->model.isEmpty());
}

void GeminiAnswer::aBlockIsARefusalWithItsReason()
{
    const auto result = core::gemini::answerFrom(R"({"promptFeedback":{"blockReason":"PROHIBITED_CONTENT"}})");
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::EndpointRefused);
    QVERIFY(result.error().detail.contains(u"PROHIBITED_CONTENT"_s));
}

void GeminiAnswer::otherFinishReasonsAreNamed_data()
{
    QTest::addColumn<QString>("reason");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("cut off") << u"MAX_TOKENS"_s << ErrorCode::EndpointFailed;
    QTest::newRow("safety") << u"SAFETY"_s << ErrorCode::EndpointRefused;
    QTest::newRow("recitation") << u"RECITATION"_s << ErrorCode::EndpointRefused;
    QTest::newRow("one that is not known yet") << u"SOMETHING_NEW"_s << ErrorCode::EndpointRefused;
}

void GeminiAnswer::otherFinishReasonsAreNamed()
{
    QFETCH(QString, reason);
    QFETCH(ErrorCode, code);
    const auto result = core::gemini::answerFrom(answerText(u"{\"total\": 4"_s, reason));
    QVERIFY(!result);
    QCOMPARE(result.error().code, code);
    QVERIFY(result.error().detail.contains(reason));
}

void GeminiAnswer::anObjectThatIsWholeIsUsedWithAWarning()
{
    const auto result = core::gemini::answerFrom(answerText(u"{\"total\": 4}"_s, u"MAX_TOKENS"_s));
    QVERIFY(result);
    QVERIFY(result->warning.contains(u"MAX_TOKENS"_s));
}

void GeminiAnswer::aStatusHasItsMeaning_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("401") << 401 << QByteArray() << ErrorCode::SignInNeeded;
    QTest::newRow("403") << 403 << QByteArray("{\"error\":{}}") << ErrorCode::EndpointRefused;
    QTest::newRow("404") << 404 << QByteArray("not found") << ErrorCode::EndpointRefused;
    QTest::newRow("413") << 413 << QByteArray() << ErrorCode::LimitReached;
    QTest::newRow("429") << 429 << QByteArray("{}") << ErrorCode::EndpointBusy;
    QTest::newRow("500") << 500 << QByteArray() << ErrorCode::EndpointFailed;
    QTest::newRow("503") << 503 << QByteArray("<html>") << ErrorCode::EndpointFailed;
    QTest::newRow("a redirect") << 302 << QByteArray() << ErrorCode::EndpointFailed;
    QTest::newRow("wrong key") << 400 << QByteArray(R"({"error":{"code":400,"status":"INVALID_ARGUMENT","details":[
                                      {"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"API_KEY_INVALID"}]}})")
                               << ErrorCode::SignInRefused;
}

void GeminiAnswer::aStatusHasItsMeaning()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(ErrorCode, code);
    const auto error = core::gemini::errorFrom({status, {}, body});
    QCOMPARE(error.code, code);
    QVERIFY(error.detail.contains(QString::number(status)));
}

void GeminiAnswer::theDetailOfAnErrorHoldsNoForeignText()
{
    const QByteArray body =
        R"({"error":{"code":400,"message":"Cannot parse 'Patient: Jane Doe'","status":"patient jane doe"}})";
    const auto error = core::gemini::errorFrom({400, {}, body});
    QVERIFY(!error.detail.contains(u"Jane"_s, Qt::CaseInsensitive));
}

void GeminiAnswer::theRetryDelayIsRead_data()
{
    QTest::addColumn<QString>("delay");
    QTest::addColumn<qint64>("milliseconds"); // -1: none
    QTest::newRow("decimal seconds") << u"36.207345112s"_s << qint64{36207};
    QTest::newRow("whole seconds") << u"2s"_s << qint64{2000};
    QTest::newRow("no unit") << u"2"_s << qint64{-1};
    QTest::newRow("negative") << u"-2s"_s << qint64{-1};
    QTest::newRow("NaN") << u"nans"_s << qint64{-1};
    QTest::newRow("endless") << u"infs"_s << qint64{-1};
}

void GeminiAnswer::theRetryDelayIsRead()
{
    QFETCH(QString, delay);
    QFETCH(qint64, milliseconds);
    const QJsonObject info{{u"@type"_s, u"type.googleapis.com/google.rpc.RetryInfo"_s}, {u"retryDelay"_s, delay}};
    const QJsonObject error{{u"details"_s, QJsonArray{QJsonObject{}, info}}};
    const auto wait = core::gemini::retryDelayFrom(QJsonDocument(QJsonObject{{u"error"_s, error}}).toJson());
    QCOMPARE(wait ? wait->count() : -1, milliseconds);
}

void GeminiAnswer::aDailyQuotaIsFinal()
{
    const QByteArray format = R"({"error":{"details":[{"@type":"type.googleapis.com/google.rpc.QuotaFailure",
        "violations":[{"quotaId":"%1"}]}]}})";
    QByteArray daily = format;
    QByteArray everyMinute = format;
    daily.replace("%1", "GenerateRequestsPerDayPerProjectPerModel");
    everyMinute.replace("%1", "GenerateRequestsPerMinutePerProjectPerModel");
    QVERIFY(core::gemini::isFinal(daily));
    QVERIFY(!core::gemini::isFinal(everyMinute));
    QVERIFY(!core::gemini::isFinal("<html>"));
}

QTEST_GUILESS_MAIN(GeminiAnswer)
#include "tst_geminianswer.moc"
