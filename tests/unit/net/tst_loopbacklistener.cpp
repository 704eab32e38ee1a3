// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/http/loopbacklistener.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <memory>
#include <vector>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using core::ErrorCode;

class TestLoopbackListener : public QObject
{
    Q_OBJECT

    core::LoopbackListenerFactory m_factory;

    std::unique_ptr<core::RedirectListener> listen(const core::ProviderProfile::Redirect &redirect = {})
    {
        auto listener = m_factory.listen(redirect, u"/unguessable"_s);
        return listener ? *std::move(listener) : nullptr;
    }

    // Says that to the listener and gives what comes back, until it hangs up.
    static QByteArray say(const QUrl &to, const QByteArray &bytes)
    {
        QTcpSocket socket;
        QString host = to.host();
        socket.connectToHost(host == "localhost"_L1 ? u"127.0.0.1"_s : host, static_cast<quint16>(to.port()));
        socket.write(bytes);
        (void)QTest::qWaitFor([&] { return socket.state() == QTcpSocket::UnconnectedState; });
        return socket.readAll();
    }

    static QByteArray get(const QUrl &to, const QByteArray &target, const QByteArray &host = {})
    {
        const QByteArray own = to.authority().toLatin1();
        return say(to, "GET " + target + " HTTP/1.1\r\nHost: " + (host.isEmpty() ? own : host) + "\r\n\r\n");
    }

    static QByteArray post(const QUrl &to, const QByteArray &body,
                           const QByteArray &type = "application/x-www-form-urlencoded")
    {
        return say(to,
                   "POST /unguessable HTTP/1.1\r\nHost: " + to.authority().toLatin1() + "\r\nContent-Type: " + type
                       + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    }

private slots:
    void whoComesBackOfSigningOutFindsAPage_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("no state") << QByteArray("/unguessable");
        QTest::newRow("another state") << QByteArray("/unguessable?state=x&state=y&code=z");
    }

    void whoComesBackOfSigningOutFindsAPage()
    {
        QFETCH(QByteArray, target);
        const auto listener = listen();
        const auto response = listener->response({.state = {}, .ofLogout = true}, {});
        QVERIFY(get(listener->redirectUri(), "/elsewhere").startsWith("HTTP/1.1 404"));
        QVERIFY(!response.isFinished());
        for (int time = 0; time < 2; ++time) { // loaded again
            const QByteArray page = get(listener->redirectUri(), target);
            QVERIFY(page.startsWith("HTTP/1.1 200 OK") && page.contains("You are signed out."));
        }
        QVERIFY(response.result() && response.result()->isEmpty()); // nothing of it is believed
    }

    void aRedirectIsTheResponse()
    {
        const auto listener = listen();
        const auto response = listener->response({u"s"_s}, {});
        QCOMPARE(listener->redirectUri().host(), u"127.0.0.1"_s);
        QCOMPARE(listener->redirectUri().path(), u"/unguessable"_s);
        const QByteArray page = get(listener->redirectUri(), "/unguessable?code=a%26b%2B&state=s&iss=x");
        QVERIFY(page.startsWith("HTTP/1.1 200 OK"));
        QVERIFY(!page.contains("a&b"));
        QTRY_VERIFY(response.isFinished());
        QCOMPARE(response.result()->value(u"code"_s), u"a&b+"_s);
        QCOMPARE(response.result()->size(), 3);
        QVERIFY(get(listener->redirectUri(), "/unguessable?code=late&state=s").startsWith("HTTP/1.1 400"));
    }

    void aPostedFormIsTheResponse()
    {
        const auto listener = listen();
        const auto response = listener->response({u"s"_s}, {});
        QVERIFY(post(listener->redirectUri(), "code=c&state=s").startsWith("HTTP/1.1 200 OK"));
        QCOMPARE(response.result()->value(u"code"_s), u"c"_s);
    }

    // OAuth 2.0 Form Post Response Mode: what was asked for as a form is not taken from an address.
    void aCodeInAnAddressIsRefusedWhereAFormWasAskedFor()
    {
        const auto listener = listen();
        const auto response = listener->response({.state = u"s"_s, .asForm = true}, {});
        const QByteArray page = get(listener->redirectUri(), "/unguessable?code=c&state=s");
        QVERIFY2(page.startsWith("HTTP/1.1 200") && page.contains("did not sign you in"), page);
        QTRY_VERIFY(response.isFinished());
        QCOMPARE(response.result().error().code, ErrorCode::SignInRefused);
        QCOMPARE(response.result().error().detail, core::codeInAddress);
        // It ends the attempt: the code that comes as a form now may be anybody's.
        QVERIFY(post(listener->redirectUri(), "code=c&state=s").startsWith("HTTP/1.1 400"));
    }

    void whatComesWithoutTheStateEndsNothingThenEither()
    {
        const auto listener = listen();
        const auto response = listener->response({.state = u"s"_s, .asForm = true}, {});
        QVERIFY(get(listener->redirectUri(), "/unguessable?code=c&state=x").startsWith("HTTP/1.1 400"));
        QVERIFY(get(listener->redirectUri(), "/unguessable?code=c").startsWith("HTTP/1.1 400"));
        QVERIFY(!response.isFinished());
        QVERIFY(post(listener->redirectUri(), "code=c&state=s").startsWith("HTTP/1.1 200"));
        QCOMPARE(response.result()->value(u"code"_s), u"c"_s);
    }

    void anErrorMayComeInAnAddressAllTheSame()
    {
        const auto listener = listen();
        const auto response = listener->response({.state = u"s"_s, .asForm = true}, {});
        QVERIFY(get(listener->redirectUri(), "/unguessable?error=access_denied&state=s").startsWith("HTTP/1.1 200"));
        QTRY_VERIFY(response.isFinished());
        QCOMPARE(response.result()->value(u"error"_s), u"access_denied"_s);
    }

    void strangersChangeNothing()
    {
        const auto listener = listen();
        const auto response = listener->response({u"s"_s}, {});
        const QUrl uri = listener->redirectUri();
        QVERIFY(get(uri, "/favicon.ico").startsWith("HTTP/1.1 404"));
        QVERIFY(get(uri, "/").startsWith("HTTP/1.1 404"));
        QVERIFY(get(uri, "/unguessable/?code=c&state=s").startsWith("HTTP/1.1 404"));
        QVERIFY(get(uri, "/unguessable?code=c&state=s", "evil.example").startsWith("HTTP/1.1 400"));
        QVERIFY(get(uri, "/unguessable?code=c&state=s", "localhost:" + QByteArray::number(uri.port()))
                    .startsWith("HTTP/1.1 400"));
        QVERIFY(say(uri, "GET /unguessable?code=c&state=s HTTP/1.1\r\n\r\n").startsWith("HTTP/1.1 400")); // no Host
        QVERIFY(get(uri, "/unguessable?code=c&state=other").startsWith("HTTP/1.1 400"));
        QVERIFY(get(uri, "/unguessable?code=c&state=s&state=s").startsWith("HTTP/1.1 400"));
        QVERIFY(get(uri, "/unguessable?error=access_denied").startsWith("HTTP/1.1 400"));
        QVERIFY(get(uri, "/unguessable").startsWith("HTTP/1.1 400"));
        QVERIFY(post(uri, "code=c&state=s", "text/plain").startsWith("HTTP/1.1 400"));
        for (const char *method : {"HEAD", "OPTIONS", "PUT"})
            QVERIFY(
                say(uri,
                    QByteArray(method) + " /unguessable HTTP/1.1\r\nHost: " + uri.authority().toLatin1() + "\r\n\r\n")
                    .startsWith("HTTP/1.1 405"));
        QVERIFY(say(uri, QByteArray(64 * 1024, 'a')).startsWith("HTTP/1.1 400"));
        QVERIFY(!response.isFinished());
        QVERIFY(get(uri, "/unguessable?code=c&state=s").startsWith("HTTP/1.1 200"));
        QVERIFY(response.isFinished());
    }

    void aParameterGivenTwiceIsRefused()
    {
        const auto listener = listen();
        const auto response = listener->response({u"s"_s}, {});
        (void)get(listener->redirectUri(), "/unguessable?code=a&code=b&state=s");
        QCOMPARE(response.result().error().code, ErrorCode::SignInRefused);
    }

    void anErrorsTextIsNotShown()
    {
        const auto listener = listen();
        const auto response = listener->response({u"s"_s}, {});
        const QByteArray page = get(listener->redirectUri(),
                                    "/unguessable?error=x&error_description=%3Cscript%3Ealert(1)%3C/script%3E&state=s");
        QVERIFY(!page.contains("alert"));
        QVERIFY(page.contains("default-src 'none'"));
        QCOMPARE(response.result()->value(u"error"_s), u"x"_s);
    }

    void whoDawdlesIsDropped()
    {
        core::LoopbackListenerFactory factory({}, 50ms);
        const auto listener = *factory.listen({}, u"/unguessable"_s);
        const auto response = listener->response({u"s"_s}, {});
        QCOMPARE(say(listener->redirectUri(), "GET /ung"), QByteArray());
        QVERIFY(!response.isFinished());
    }

    void aCrowdDoesNotShutTheUserOut()
    {
        core::LoopbackListenerFactory factory({}, 100ms);
        const auto listener = *factory.listen({}, u"/unguessable"_s);
        const auto response = listener->response({u"s"_s}, {});
        std::vector<std::unique_ptr<QTcpSocket>> crowd;
        for (int i = 0; i < 100; ++i) {
            crowd.push_back(std::make_unique<QTcpSocket>());
            crowd.back()->connectToHost(u"127.0.0.1"_s, static_cast<quint16>(listener->redirectUri().port()));
        }
        QTRY_VERIFY(std::all_of(crowd.begin(), crowd.end(),
                                [](const auto &socket) { return socket->state() == QTcpSocket::UnconnectedState; }));
        QVERIFY(get(listener->redirectUri(), "/unguessable?code=c&state=s").startsWith("HTTP/1.1 200"));
    }

    void theFirstFreeListedPortIsTaken()
    {
        QTcpServer taken;
        QVERIFY(taken.listen(QHostAddress::LocalHost));
        core::ProviderProfile::Redirect redirect;
        redirect.ports = {taken.serverPort()};
        QCOMPARE(m_factory.listen(redirect, u"/p"_s).error().code, ErrorCode::Network);
        QTcpServer spare;
        QVERIFY(spare.listen(QHostAddress::LocalHost));
        redirect.ports += spare.serverPort();
        spare.close();
        const auto listener = listen(redirect);
        QVERIFY(listener);
        QCOMPARE(listener->redirectUri().port(), int(redirect.ports.last()));
    }

    void localhostAnswersOnBothLoopbacks()
    {
        core::ProviderProfile::Redirect redirect;
        redirect.host = u"localhost"_s;
        const auto listener = listen(redirect);
        const auto response = listener->response({u"s"_s}, {});
        const QUrl uri = listener->redirectUri();
        QCOMPARE(uri.host(), u"localhost"_s);
        QTcpSocket six;
        six.connectToHost(QHostAddress(QHostAddress::LocalHostIPv6), static_cast<quint16>(uri.port()));
        if (!six.waitForConnected(1000))
            QSKIP("this machine has no IPv6 loopback");
        six.write("GET /unguessable?code=c&state=s HTTP/1.1\r\nHost: " + uri.authority().toLatin1() + "\r\n\r\n");
        QTRY_VERIFY(response.isFinished());
    }

    void aStrangerOnOneLoopbackOfLocalhostIsNotGivenTheAnswer()
    {
        QTcpServer stranger;
        if (!stranger.listen(QHostAddress::LocalHostIPv6))
            QSKIP("this machine has no IPv6 loopback");
        core::ProviderProfile::Redirect redirect;
        redirect.host = u"localhost"_s;
        redirect.ports = {stranger.serverPort()};
        QVERIFY(!listen(redirect));
        redirect.ports.clear();
        QVERIFY(listen(redirect));
    }

    void withoutIPv4TheRedirectNamesIPv6_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("named");
        QTest::newRow("literal") << u"127.0.0.1"_s << u"::1"_s;
        QTest::newRow("name") << u"localhost"_s << u"localhost"_s;
    }

    void withoutIPv4TheRedirectNamesIPv6()
    {
        QFETCH(QString, host);
        QFETCH(QString, named);
        auto places = core::loopbackPlaces(host);
        QCOMPARE(places.addresses.size(), 2);
        places.addresses[0].address = QHostAddress(u"192.0.2.1"_s); // nobody's: of no interface here (RFC 5737)
        core::LoopbackListener listener(u"/unguessable"_s, {}, 1s);
        if (!listener.bind(places, 0))
            QSKIP("this machine has no IPv6 loopback");
        QCOMPARE(listener.redirectUri().host(), named);
        const auto response = listener.response({u"s"_s}, {});
        QUrl direct = listener.redirectUri();
        direct.setHost(u"::1"_s);
        const QByteArray page =
            get(direct, "/unguessable?code=c&state=s", listener.redirectUri().authority().toLatin1());
        QVERIFY(page.startsWith("HTTP/1.1 200"));
        QTRY_VERIFY(response.isFinished());
    }

    void stoppingCancels()
    {
        const auto listener = listen();
        std::stop_source stop;
        const auto response = listener->response({u"s"_s}, stop.get_token());
        stop.request_stop();
        QTRY_VERIFY(response.isFinished());
        QCOMPARE(response.result().error().code, ErrorCode::Cancelled);
    }

    void itsPortIsFreeWhenItIsGone()
    {
        auto listener = listen();
        const auto port = static_cast<quint16>(listener->redirectUri().port());
        listener.reset();
        QTcpServer next;
        QVERIFY(next.listen(QHostAddress::LocalHost, port));
    }
};

QTEST_GUILESS_MAIN(TestLoopbackListener)
#include "tst_loopbacklistener.moc"
