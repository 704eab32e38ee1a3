// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/loopbackrequest.h"
#include "core/identity/redirectpage.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using core::LoopbackParse;

class TestLoopbackRequest : public QObject
{
    Q_OBJECT

    static LoopbackParse parse(const QByteArray &bytes)
    {
        core::LoopbackRequest request;
        return core::parseLoopbackRequest(bytes, request);
    }

private slots:
    void aGetIsRead()
    {
        core::LoopbackRequest request;
        const QByteArray bytes = "GET /cb?code=a%26b&state=s HTTP/1.1\r\nHost: 127.0.0.1:4711\r\nAccept: */*\r\n\r\n";
        QCOMPARE(core::parseLoopbackRequest(bytes, request), LoopbackParse::Complete);
        QCOMPARE(request.method, QByteArray("GET"));
        QCOMPARE(request.path, QByteArray("/cb"));
        QCOMPARE(request.query, QByteArray("code=a%26b&state=s"));
        QCOMPARE(request.host, QByteArray("127.0.0.1:4711"));
        for (qsizetype size = 0; size < bytes.size(); ++size)
            QCOMPARE(parse(bytes.left(size)), LoopbackParse::Incomplete);
    }

    void aPostIsReadWithItsBody()
    {
        core::LoopbackRequest request;
        const QByteArray head = "POST /cb HTTP/1.1\r\nhost: 127.0.0.1:1\r\nContent-Length: 7\r\n"
                                "Content-Type: Application/X-WWW-Form-Urlencoded; charset=utf-8\r\n\r\n";
        QCOMPARE(parse(head + "code=a"), LoopbackParse::Incomplete);
        QCOMPARE(core::parseLoopbackRequest(head + "code=ab", request), LoopbackParse::Complete);
        QCOMPARE(request.body, QByteArray("code=ab"));
        QCOMPARE(request.contentType, QByteArray("application/x-www-form-urlencoded"));
        QCOMPARE(core::parseLoopbackRequest("POST / HTTP/1.1\r\nContent-Type: Text/Plain\r\n\r\n", request),
                 LoopbackParse::Complete);
        QCOMPARE(request.contentType, QByteArray("text/plain"));
    }

    void anythingOddIsMalformed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char *name, const QByteArray &bytes) { QTest::newRow(name) << bytes; };
        row("no version", "GET /cb\r\n\r\n");
        row("HTTP/2", "GET /cb HTTP/2\r\n\r\n");
        row("absolute target", "GET http://evil.example/cb HTTP/1.1\r\n\r\n");
        row("fragment", "GET /cb#code=x HTTP/1.1\r\n\r\n");
        row("bare line feeds", "GET /cb HTTP/1.1\nHost: a\r\n\r\n");
        row("control characters", QByteArray("GET /c\0b HTTP/1.1\r\n\r\n", 22));
        row("two hosts", "GET /cb HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n");
        row("two lengths", "POST /cb HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\nx");
        row("negative length", "POST /cb HTTP/1.1\r\nContent-Length: -1\r\n\r\n");
        row("endless length", "POST /cb HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n");
        row("length over the limit", "POST /cb HTTP/1.1\r\nContent-Length: 20000\r\n\r\n");
        row("chunks", "POST /cb HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n");
        row("folded header", "GET /cb HTTP/1.1\r\nHost: a\r\n b\r\n\r\n");
        row("space before the colon", "GET /cb HTTP/1.1\r\nHost : a\r\n\r\n");
        row("a header without a name", "GET /cb HTTP/1.1\r\n: a\r\n\r\n");
        row("a line without end", "GET /" + QByteArray(64 * 1024, 'a'));
        row("TLS", QByteArray::fromHex("16030100") + "\r\n\r\n");
    }

    void anythingOddIsMalformed()
    {
        QFETCH(QByteArray, bytes);
        QCOMPARE(parse(bytes), LoopbackParse::Malformed);
    }

    void thePageIsEscapedAndMayLoadNothing()
    {
        core::RedirectPageText text;
        text.received = u"<script>alert(1)</script>"_s;
        const QByteArray answer = core::redirectPageAnswer(text, core::RedirectPage::Received);
        QVERIFY(answer.startsWith("HTTP/1.1 200 OK\r\n"));
        QVERIFY(!answer.contains("<script>"));
        QVERIFY(answer.contains("&lt;script&gt;"));
        QVERIFY(answer.contains("Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'"));
        QVERIFY(answer.contains("Referrer-Policy: no-referrer"));
        QVERIFY(answer.contains("Cache-Control: no-store"));
        QVERIFY(answer.contains("X-Content-Type-Options: nosniff"));
        const qsizetype body = answer.indexOf("\r\n\r\n") + 4;
        QVERIFY(answer.contains("Content-Length: " + QByteArray::number(answer.size() - body) + "\r\n"));
        QVERIFY(core::redirectPageAnswer({}, core::RedirectPage::Unexpected).startsWith("HTTP/1.1 400 "));
    }
};

QTEST_GUILESS_MAIN(TestLoopbackRequest)
#include "tst_loopbackrequest.moc"
