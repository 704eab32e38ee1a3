// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/endpointcheck.h"
#include "tests/support/fakehttp.h"

#include <QFutureWatcher>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using core::EndpointCheck;
using core::ErrorCode;

class TestEndpointCheck : public QObject
{
    Q_OBJECT

    static core::Connection connection()
    {
        core::Connection made;
        made.id = u"acme"_s;
        made.kind = u"gemini"_s;
        made.baseUrl = QUrl(u"https://api.example"_s);
        made.model = u"m"_s;
        made.auth = {{u"kind"_s, u"api_key"_s}};
        return made;
    }

    static core::Result<EndpointCheck> check(FakeHttp &http, std::optional<core::Error> noToken = {})
    {
        auto tokens = std::make_unique<FakeTokens>();
        tokens->error = noToken;
        const auto answer = core::checkEndpoint(connection(), http, std::move(tokens), {});
        if (!QTest::qWaitFor([&] { return answer.isFinished(); }))
            return core::fail(ErrorCode::Timeout);
        return answer.result();
    }

private slots:
    void theModelIsAskedForWithTheSecretAndNoDocument()
    {
        FakeHttp http;
        http.answer(200, "{}");
        QVERIFY(*check(http) == EndpointCheck::Accepted);
        QCOMPARE(http.requests.size(), std::size_t(1));
        const auto &request = http.requests.front();
        QCOMPARE(request.method, QByteArray("GET"));
        QCOMPARE(request.url, QUrl(u"https://api.example/v1beta/models/m"_s));
        QCOMPARE(FakeHttp::header(request, "x-goog-api-key"), QByteArray("token-1"));
        QVERIFY(request.body.isEmpty());
    }

    void whatTheEndpointSaysIsJudged_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("error"); // -1: none
        const auto code = [](ErrorCode one) { return static_cast<int>(one); };
        QTest::newRow("not there") << 404 << QByteArray("{}") << -1;
        QTest::newRow("odd") << 400 << QByteArray("{}") << -1;
        QTest::newRow("bad key") << 400 << QByteArray(R"({"reason":"API_KEY_INVALID"})")
                                 << code(ErrorCode::SignInRefused);
        QTest::newRow("forbidden") << 403 << QByteArray() << code(ErrorCode::SignInRefused);
        QTest::newRow("busy") << 429 << QByteArray() << code(ErrorCode::EndpointBusy);
        QTest::newRow("broken") << 503 << QByteArray() << code(ErrorCode::EndpointFailed);
    }

    void whatTheEndpointSaysIsJudged()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(int, error);
        FakeHttp http;
        http.answer(status, body);
        const auto checked = check(http);
        QCOMPARE(http.requests.size(), std::size_t(1)); // a person can press again
        if (error < 0)
            QVERIFY(checked && *checked == EndpointCheck::Unclear);
        else
            QCOMPARE(static_cast<int>(checked.error().code), error);
    }

    void aSecretThatIsRefusedIsSaid()
    {
        FakeHttp http;
        http.answer(401, {});
        http.answer(401, {}); // a new token was tried
        QVERIFY(check(http).error().code == ErrorCode::SignInRefused);
    }

    void withoutASecretNothingIsSent()
    {
        FakeHttp http;
        QVERIFY(check(http, core::Error{ErrorCode::SecretMissing, u"x"_s}).error().code == ErrorCode::SecretMissing);
        QVERIFY(http.requests.empty());
    }
};

QTEST_GUILESS_MAIN(TestEndpointCheck)
#include "tst_endpointcheck.moc"
