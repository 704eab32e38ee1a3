// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/geminiengine.h"
#include "tests/support/fakehttp.h"
#include "tests/support/textdocument.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;
using core::ErrorCode;

namespace {

const QByteArray documentBytes = "%PDF-1.4 the original";
const QByteArray goodAnswer =
    "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"{\\\"total\\\": 42}\"}]},\"finishReason\":\"STOP\"}],"
    "\"usageMetadata\":{\"promptTokenCount\":1000000,\"candidatesTokenCount\":1000000}}";

} // namespace

class GeminiEngineTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aDocumentGoesOutAndValuesComeBack();
    void theTokenGoesIntoTheHeaderOnly();
    void aKeyHasItsOwnHeader();
    void aKeyThatTheEndpointRepeatsIsNotSaid();
    void aRefusedTokenIsRenewedOnce();
    void aTokenThatIsRefusedTwiceEndsIt();
    void withoutAnAccountNothingIsSent();
    void aBusyEndpointIsAskedAgain();
    void anEndpointThatStaysBusyIsGivenUp();
    void aRefusalIsNotRepeated();
    void aDailyQuotaIsNotRepeated();
    void aGoneNetworkIsTriedAFewTimes();
    void tooManyBytesAreNotSent();
    void tooManyPagesAreNotSent();
    void aFileThatChangedIsNotSent();
    void stoppingEndsIt();
    void stoppingEndsAWait();

private:
    core::Result<core::EngineAnswer> ask(const std::stop_token &stop = {});

    QTemporaryDir m_folder;
    core::Connection m_connection;
    core::EngineRequest m_request;
    std::unique_ptr<FakeHttp> m_http;
    std::unique_ptr<FakeTokens> m_tokens;
    core::RetryPolicy m_retry;
};

void GeminiEngineTest::init()
{
    m_http = std::make_unique<FakeHttp>();
    m_tokens = std::make_unique<FakeTokens>();
    m_retry = {3, std::chrono::milliseconds(1), std::chrono::milliseconds(50)};
    m_connection = {};
    m_connection.baseUrl = QUrl(u"https://endpoint.example"_s);
    m_connection.model = u"gemini-3"_s;
    m_connection.auth = {{u"kind"_s, u"account"_s}};
    m_connection.prices = {{u"input_per_million"_s, u"0.50"_s}, {u"output_per_million"_s, u"3.00"_s}};

    m_request.file = m_folder.filePath(u"original.pdf"_s);
    QFile file(m_request.file);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(documentBytes) > 0);
    m_request.document = TextDocument({{u"Total 42.00"_s}}).document;
    m_request.document.info.bytes = documentBytes.size();
    m_request.document.info.sha256 = QCryptographicHash::hash(documentBytes, QCryptographicHash::Sha256).toHex();
    m_request.schema = *core::parseSchema(R"({"$id":"t","type":"object","properties":{"total":{"type":"number"}}})");
}

core::Result<core::EngineAnswer> GeminiEngineTest::ask(const std::stop_token &stop)
{
    core::GeminiEngine engine(m_connection, *m_http, m_tokens.get(), m_retry);
    core::Result<core::EngineAnswer> answer = core::fail(ErrorCode::Internal, u"no answer"_s);
    bool answered = false;
    QObject context;
    core::whenDone(engine.extract(m_request, stop), &context, [&](core::Result<core::EngineAnswer> result) {
        answer = std::move(result);
        answered = true;
    });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(answered, 10'000); }();
    return answer;
}

void GeminiEngineTest::aDocumentGoesOutAndValuesComeBack()
{
    m_http->answer(200, goodAnswer);
    const auto answer = ask();
    QVERIFY(answer);
    QCOMPARE(answer->values[u"total"].toInt(), 42);
    QCOMPARE(answer->usage.cost, u"3.5"_s);
    QCOMPARE(m_http->requests.size(), 1u);
    const core::HttpRequest &request = m_http->requests.front();
    QCOMPARE(request.method, "POST");
    QCOMPARE(request.url.toString(), u"https://endpoint.example/v1beta/models/gemini-3:generateContent"_s);
    const auto body = QJsonDocument::fromJson(request.body).object();
    const QString sent = body[u"contents"][0][u"parts"][0][u"inlineData"][u"data"].toString();
    QCOMPARE(QByteArray::fromBase64(sent.toLatin1()), documentBytes);
}

void GeminiEngineTest::theTokenGoesIntoTheHeaderOnly()
{
    m_http->answer(200, goodAnswer);
    QVERIFY(ask());
    const core::HttpRequest &request = m_http->requests.front();
    QCOMPARE(FakeHttp::header(request, "Authorization"), "Bearer token-1");
    QVERIFY(!request.body.contains("token-1"));
    QVERIFY(!request.url.toString().contains(u"token-1"_s));
}

void GeminiEngineTest::aKeyHasItsOwnHeader()
{
    m_connection.auth = {{u"kind"_s, u"api_key"_s}};
    m_http->answer(200, goodAnswer);
    QVERIFY(ask());
    QCOMPARE(FakeHttp::header(m_http->requests.front(), "x-goog-api-key"), "token-1");
    QVERIFY(FakeHttp::header(m_http->requests.front(), "Authorization").isEmpty());
}

void GeminiEngineTest::aKeyThatTheEndpointRepeatsIsNotSaid()
{
    m_connection.auth = {{u"kind"_s, u"api_key"_s}};
    m_tokens->prefix = "APIKEY_PLANTED_";
    m_http->answer(400, R"({"error":{"status":"APIKEY_PLANTED_1","message":"no"}})");
    m_http->answer(200, R"({"candidates":[{"finishReason":"X_APIKEY_PLANTED_1"}]})");
    m_http->answer(200, goodAnswer.chopped(1) + R"(,"modelVersion":"gemini APIKEY_PLANTED_1"})");
    QCOMPARE(ask().error(), (core::Error{ErrorCode::EndpointRefused, u"HTTP 400 …"_s}));
    QCOMPARE(FakeHttp::header(m_http->requests.front(), "x-goog-api-key"), QByteArray("APIKEY_PLANTED_1"));
    QCOMPARE(ask().error(), (core::Error{ErrorCode::EndpointRefused, u"finish reason X_…"_s}));
    QCOMPARE(ask()->model, u"gemini …"_s);
}

void GeminiEngineTest::aRefusedTokenIsRenewedOnce()
{
    m_http->answer(401, "{}");
    m_http->answer(200, goodAnswer);
    QVERIFY(ask());
    QCOMPARE(m_tokens->rejections, std::vector<QByteArray>{"token-1"});
    QCOMPARE(FakeHttp::header(m_http->requests.at(1), "Authorization"), "Bearer token-2");
}

void GeminiEngineTest::aTokenThatIsRefusedTwiceEndsIt()
{
    m_http->answer(401, "{}");
    m_http->answer(401, "{}");
    const auto answer = ask();
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::SignInNeeded);
    QCOMPARE(m_http->requests.size(), 2u);
}

void GeminiEngineTest::withoutAnAccountNothingIsSent()
{
    m_tokens->error = core::Error{ErrorCode::SignInNeeded, {}};
    const auto answer = ask();
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::SignInNeeded);
    QVERIFY(m_http->requests.empty());
}

void GeminiEngineTest::aBusyEndpointIsAskedAgain()
{
    m_http->answer(429, R"({"error":{"details":[{"@type":"x/google.rpc.RetryInfo","retryDelay":"0.005s"}]}})");
    m_http->answer(503, {});
    m_http->answer(200, goodAnswer);
    QVERIFY(ask());
    QCOMPARE(m_http->requests.size(), 3u);
}

void GeminiEngineTest::anEndpointThatStaysBusyIsGivenUp()
{
    for (int i = 0; i < 10; ++i)
        m_http->answer(429, "{}");
    const auto answer = ask();
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::EndpointBusy);
    QCOMPARE(m_http->requests.size(), 3u);
}

void GeminiEngineTest::aRefusalIsNotRepeated()
{
    m_http->answer(403, "{}");
    const auto answer = ask();
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::EndpointRefused);
    QCOMPARE(m_http->requests.size(), 1u);
}

void GeminiEngineTest::aDailyQuotaIsNotRepeated()
{
    m_http->answer(429, R"({"error":{"details":[{"@type":"x/google.rpc.QuotaFailure",
                           "violations":[{"quotaId":"RequestsPerDay"}]}]}})");
    QVERIFY(!ask());
    QCOMPARE(m_http->requests.size(), 1u);
}

void GeminiEngineTest::aGoneNetworkIsTriedAFewTimes()
{
    const auto answer = ask();
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::Network);
    QCOMPARE(m_http->requests.size(), 3u);
}

void GeminiEngineTest::tooManyBytesAreNotSent()
{
    m_connection.limits = {{u"max_bytes"_s, 10}};
    const auto answer = ask();
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::LimitReached);
    QVERIFY(m_http->requests.empty());
}

void GeminiEngineTest::tooManyPagesAreNotSent()
{
    m_connection.limits = {{u"max_pages"_s, 2}};
    m_request.document = TextDocument({{u"1"_s}, {u"2"_s}, {u"3"_s}}).document;
    const auto answer = ask();
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::LimitReached);
    QVERIFY(m_http->requests.empty());
}

void GeminiEngineTest::aFileThatChangedIsNotSent()
{
    QFile file(m_request.file);
    QVERIFY(file.open(QIODevice::Append) && file.write("!") == 1);
    file.close();
    QVERIFY(!ask());
    QVERIFY(m_http->requests.empty());
}

void GeminiEngineTest::stoppingEndsIt()
{
    std::stop_source stop;
    stop.request_stop();
    m_http->answer(200, goodAnswer);
    const auto answer = ask(stop.get_token());
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::Cancelled);
}

void GeminiEngineTest::stoppingEndsAWait()
{
    m_retry = {3, std::chrono::minutes(5), std::chrono::minutes(10)};
    m_http->answer(503, {});
    std::stop_source stop;
    QTimer::singleShot(50, this, [&] { stop.request_stop(); });
    const auto answer = ask(stop.get_token());
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(GeminiEngineTest)
#include "tst_geminiengine.moc"
