// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/http/networkhttptransport.h"
#include "core/engines/endpointcall.h"
#include "tests/support/fakehttp.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using core::ErrorCode;

namespace {

// One origin of the loopback that answers everything alike and remembers what it heard.
class Origin : public QTcpServer
{
public:
    explicit Origin(QByteArray answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")
        : m_answer(std::move(answer))
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                heard += socket->readAll();
                socket->write(m_answer);
                socket->disconnectFromHost();
            });
        });
    }
    QUrl url() const { return QUrl(u"http://127.0.0.1:%1/models/m:generateContent"_s.arg(serverPort())); }

    QByteArray heard;

private:
    QByteArray m_answer;
};

core::Connection connectionTo(const QUrl &base)
{
    core::Connection connection;
    connection.baseUrl = base;
    connection.auth = {{u"kind"_s, u"account"_s}};
    return connection;
}

core::Result<core::HttpResponse> ask(core::HttpTransport &http, const core::Connection &connection,
                                     const core::HttpRequest &request)
{
    FakeTokens tokens;
    QObject parent;
    const auto answer =
        core::EndpointCall::send(http, &tokens, request, core::rulesFor(connection), std::stop_token(), &parent);
    if (!QTest::qWaitFor([&] { return answer.isFinished(); }))
        return core::fail(ErrorCode::Internal, u"no answer"_s);
    return answer.result();
}

} // namespace

// An access token is for the connection's own origin and for nobody else.
class TestTokenStaysHome : public QObject
{
    Q_OBJECT

private slots:
    void aRedirectToAnotherOriginGetsNothing_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {301, 302, 303, 307, 308})
            QTest::addRow("%d", status) << status;
    }

    void aRedirectToAnotherOriginGetsNothing()
    {
        QFETCH(int, status);
        Origin thief;
        Origin home("HTTP/1.1 " + QByteArray::number(status) + " Elsewhere\r\nLocation: " + thief.url().toEncoded()
                    + "\r\nContent-Length: 0\r\n\r\n");
        core::NetworkHttpTransport http;
        const core::HttpRequest request{.method = "POST", .url = home.url(), .body = "document"};
        const auto answer = ask(http, connectionTo(home.url()), request);
        QVERIFY(answer);
        QCOMPARE(answer->status, status);
        QVERIFY(home.heard.contains("Authorization: Bearer token-1"));
        QVERIFY(thief.heard.isEmpty());
    }

    void aRedirectWithinTheOriginIsNotFollowedEither()
    {
        Origin home("HTTP/1.1 307 Elsewhere\r\nLocation: /other\r\nContent-Length: 0\r\n\r\n");
        core::NetworkHttpTransport http;
        const auto answer = ask(http, connectionTo(home.url()), {.method = "POST", .url = home.url()});
        QCOMPARE(answer->status, 307);
        QCOMPARE(home.heard.count("Authorization"), 1);
    }

    void aRequestForAnotherOriginIsNotSent_data()
    {
        QTest::addColumn<QString>("url");
        QTest::newRow("host") << u"https://evil.example/x"_s;
        QTest::newRow("a host that begins alike") << u"https://api.example.evil.example/x"_s;
        QTest::newRow("port") << u"https://api.example:8443/x"_s;
        QTest::newRow("scheme") << u"http://api.example/x"_s;
    }

    void aRequestForAnotherOriginIsNotSent()
    {
        QFETCH(QString, url);
        FakeHttp http;
        http.answer(200, "{}");
        const auto answer = ask(http, connectionTo(QUrl(u"https://api.example/base"_s)), {.url = QUrl(url)});
        QCOMPARE(answer.error().code, ErrorCode::InvalidInput);
        QVERIFY(http.requests.empty());
    }

    void theOwnOriginGetsWhatItsKindOfConnectionNames_data()
    {
        QTest::addColumn<QJsonObject>("auth");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        const QByteArray bearer("Authorization");
        QTest::newRow("account") << QJsonObject{{u"kind"_s, u"account"_s}} << bearer << QByteArray("Bearer token-1");
        QTest::newRow("client credentials")
            << QJsonObject{{u"kind"_s, u"client_credentials"_s}} << bearer << QByteArray("Bearer token-1");
        QTest::newRow("basic") << QJsonObject{{u"kind"_s, u"basic"_s}} << bearer << QByteArray("Basic token-1");
        QTest::newRow("key") << QJsonObject{{u"kind"_s, u"api_key"_s}} << QByteArray("X-API-Key")
                             << QByteArray("token-1");
        QTest::newRow("key in a header of its own")
            << QJsonObject{{u"kind"_s, u"api_key"_s}, {u"header"_s, u"Ocp-Key"_s}} << QByteArray("Ocp-Key")
            << QByteArray("token-1");
    }

    void theOwnOriginGetsWhatItsKindOfConnectionNames()
    {
        QFETCH(QJsonObject, auth);
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        FakeHttp http;
        http.answer(200, "{}");
        core::Connection connection = connectionTo(QUrl(u"https://api.example/base"_s));
        connection.auth = auth;
        QVERIFY(ask(http, connection, {.url = QUrl(u"https://api.example:443/x"_s)}));
        QCOMPARE(FakeHttp::header(http.requests.front(), name), value);
    }
};

QTEST_GUILESS_MAIN(TestTokenStaysHome)
#include "tst_tokenstayshome.moc"
