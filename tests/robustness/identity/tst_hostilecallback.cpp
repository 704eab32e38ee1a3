// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/form.h"
#include "tests/robustness/identity/adversary.h"
#include "tests/robustness/identity/strangers.h"

#include <QTcpServer>

using namespace Qt::Literals::StringLiterals;
using core::ErrorCode;

namespace {

constexpr auto page = "/auth"_L1;

struct Callback {
    Callback() { f.shown = &strangers; }

    Adversary f;
    Strangers strangers{f.op};
};

bool hasIpv6()
{
    QTcpServer probe;
    return probe.listen(QHostAddress::LocalHostIPv6);
}

QByteArray get(const QByteArray &target)
{
    return "GET " + target + " HTTP/1.1\r\nHost: {host}\r\n\r\n";
}

QByteArray post(const QByteArray &body, const QByteArray &type = "application/x-www-form-urlencoded")
{
    return "POST {path} HTTP/1.1\r\nHost: {host}\r\nContent-Type: " + type + "\r\nContent-Length: {length}\r\n\r\n"
        + body;
}

} // namespace

// What can come to the loopback address, from the provider's page and from everybody else.
class TestHostileCallback : public QObject
{
    Q_OBJECT

private slots:
    void aResponseThatIsNotOursIsRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("detail");
        const QString error = u"error"_s;
        QTest::newRow("fapi2-invalid-authorization-response-iss") << u"iss"_s << u"{issuer}1"_s << u"iss:"_s;
        QTest::newRow("fapi2-remove-authorization-response-iss") << u"iss"_s << QString() << u"iss:"_s;
        QTest::newRow("iss with a slash") << u"iss"_s << u"{issuer}/"_s << u"iss:"_s;
        QTest::newRow("no code") << u"code"_s << QString() << u"code:"_s;
        QTest::newRow("access_denied") << error << u"access_denied"_s << u"access_denied"_s;
        QTest::newRow("oidcc-client-test-form-post-error") << error << u"login_required"_s << u"login_required"_s;
        QTest::newRow("an error of an unknown name") << error << u"no_such_error"_s << u"no_such_error"_s;
        QTest::newRow("an error and a code") << error << u"server_error"_s << u"server_error"_s;
    }
    void aResponseThatIsNotOursIsRefused()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        QFETCH(QString, detail);
        for (const bool formPost : {false, true}) { // through the real form, too
            Adversary f;
            value.replace(u"{issuer}"_s, f.provider.issuer);
            f.op.respond = [&](core::AuthorizationResponse &response) { response[name] = value; };
            const auto outcome = f.signIn({.formPost = formPost});
            QCOMPARE(f.faultOf(outcome, ErrorCode::SignInRefused, detail, page), QString());
        }
    }

    // OAuth 2.0 Form Post Response Mode: asked for as a form, a code is not taken from an address. Errors are: there
    // are providers that send those so.
    void aCodeInAnAddressIsRefusedWhereAFormWasAskedFor()
    {
        Callback c;
        c.strangers.isGenuine = false;
        c.strangers.messages = {get("{path}?{good}")};
        const auto outcome = c.f.signIn({.formPost = true});
        QCOMPARE(c.f.faultOf(outcome, ErrorCode::SignInRefused, core::codeInAddress, page), QString());
        QVERIFY(c.f.signIn({.formPost = false})); // the same, where nobody asked for a form
    }

    void anErrorInAnAddressIsTheProvidersAllTheSame()
    {
        Callback c;
        c.strangers.isGenuine = false;
        c.strangers.changes = {{u"error"_s, u"access_denied"_s}, {u"code"_s, QString()}};
        c.strangers.messages = {get("{path}?{good}")};
        const auto outcome = c.f.signIn({.formPost = true});
        QCOMPARE(c.f.faultOf(outcome, ErrorCode::SignInRefused, u"access_denied"_s, page), QString());
    }

    // What the profile says about the way goes before what Lectern would choose.
    void aProfileDecidesHowTheAnswerComes()
    {
        Callback c;
        c.f.profile.authorizeParameters.insert(u"response_mode"_s, u"query"_s);
        QVERIFY(c.f.signIn({.formPost = true}));
        Callback d;
        d.f.profile.authorizeParameters.insert(u"response_mode"_s, u"form_post"_s);
        d.strangers.isGenuine = false;
        d.strangers.messages = {get("{path}?{good}")};
        const auto outcome = d.f.signIn({.formPost = false});
        QCOMPARE(d.f.faultOf(outcome, ErrorCode::SignInRefused, core::codeInAddress, page), QString());
    }

    // Nobody but the page knows the state: what comes without it says nothing of the attempt, and does not end it.
    void aResponseWithoutOurStateEndsNothing_data()
    {
        QTest::addColumn<QString>("state");
        QTest::newRow("fapi2-ensure-authorization-response-with-invalid-state-fails") << u"{state}1"_s;
        QTest::newRow("fapi2-ensure-authorization-response-with-invalid-missing-state-fails") << QString();
        QTest::newRow("a prefix of it") << u"{prefix}"_s;
        QTest::newRow("the word") << u"undefined"_s;
    }
    void aResponseWithoutOurStateEndsNothing()
    {
        QFETCH(QString, state);
        Callback c;
        c.strangers.isGenuine = false;
        c.f.start();
        // The genuine response with another state.
        c.strangers.changes = {{u"state"_s, state}};
        c.strangers.messages = {get("{path}?{good}")};
        std::stop_source stop;
        const auto attempt = c.f.accounts->signIn(c.f.profile.id, {}, c.strangers, stop.get_token());
        QTRY_COMPARE(c.strangers.answers.size(), 1);
        QVERIFY2(c.strangers.answers.first().startsWith("HTTP/1.1 400"), c.strangers.answers.first());
        c.f.barrier();
        QVERIFY(!attempt.isFinished());
        stop.request_stop();
        QCOMPARE(c.f.faultOf(c.f.answerOf(attempt), ErrorCode::Cancelled, {}, page), QString());
    }

    void aParameterGivenTwiceIsRefused_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("code") << get("{path}?{good}&code=other");
        QTest::newRow("code, first") << get("{path}?code=other&{good}");
        QTest::newRow("iss") << get("{path}?{good}&iss=other");
        QTest::newRow("code, its name escaped") << get("{path}?{good}&%63ode=other");
        QTest::newRow("one that we do not know") << get("{path}?x=1&{good}&x=1");
        QTest::newRow("code, in a form") << post("{good}&code=other");
    }
    void aParameterGivenTwiceIsRefused()
    {
        QFETCH(QByteArray, message);
        Callback c;
        c.strangers.isGenuine = false;
        c.strangers.messages = {message};
        const auto outcome = c.f.signIn();
        QCOMPARE(c.f.faultOf(outcome, ErrorCode::SignInRefused, u"response: a parameter was given twice"_s, page),
                 QString());
    }

    void aStrangerChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QByteArray>("status"); // empty: not a word
        const auto row = [](const char *name, const QByteArray &message, const QByteArray &status) {
            QTest::newRow(name) << message << status;
        };
        row("the icon that the engine asks for", get("/favicon.ico"), "404");
        row("another path", get("/"), "404");
        row("the path and a slash", get("{path}/?{good}"), "404");
        row("the path, escaped", get("/%{path}?{good}"), "404");
        row("the path in an address", get("http://{host}{path}?{good}"), "400");
        row("HEAD", "HEAD {path}?{good} HTTP/1.1\r\nHost: {host}\r\n\r\n", "405");
        row("OPTIONS", "OPTIONS {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: https://evil.example\r\n\r\n", "405");
        row("PUT", "PUT {path}?{good} HTTP/1.1\r\nHost: {host}\r\n\r\n", "405");
        row("CONNECT", "CONNECT {host} HTTP/1.1\r\nHost: {host}\r\n\r\n", "400");
        row("get in small letters", "get {path}?{good} HTTP/1.1\r\nHost: {host}\r\n\r\n", "405");
        row("a name that was pointed here", "GET {path}?{good} HTTP/1.1\r\nHost: evil.example:{port}\r\n\r\n", "400");
        row("localhost for 127.0.0.1", "GET {path}?{good} HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n", "400");
        row("another port", "GET {path}?{good} HTTP/1.1\r\nHost: 127.0.0.1:1\r\n\r\n", "400");
        row("no Host", "GET {path}?{good} HTTP/1.1\r\n\r\n", "400");
        row("two Hosts", "GET {path}?{good} HTTP/1.1\r\nHost: {host}\r\nHost: {host}\r\n\r\n", "400");
        row("a folded header", "GET {path}?{good} HTTP/1.1\r\nHost: {host}\r\n x: y\r\n\r\n", "400");
        row("a header without a colon", "GET {path}?{good} HTTP/1.1\r\nHost: {host}\r\nnonsense\r\n\r\n", "400");
        row("line ends without a return", "GET {path}?{good} HTTP/1.1\nHost: {host}\n\r\n\r\n", "400");
        row("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "400");
        row("TLS", QByteArray::fromHex("16030100c8010000c40303") + QByteArray(32, 'x') + "\r\n\r\n", "400");
        row("binary", QByteArray(4096, '\xff') + "\r\n\r\n", "400");
        row("a line of 64 KB", get("{path}?" + QByteArray(65'536, 'a')), "400");
        row("16 KB without an end", "GET {path}?" + QByteArray(16 * 1024, 'a'), "400");
        row("a promise of a gigabyte", "POST {path} HTTP/1.1\r\nHost: {host}\r\nContent-Length: 1073741824\r\n\r\n",
            "400");
        row("a length below zero", "POST {path} HTTP/1.1\r\nHost: {host}\r\nContent-Length: -1\r\n\r\n", "400");
        row("two lengths", "POST {path} HTTP/1.1\r\nHost: {host}\r\nContent-Length: 0\r\nContent-Length: 0\r\n\r\n",
            "400");
        row("chunks", "POST {path} HTTP/1.1\r\nHost: {host}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "400");
        row("a form with a query",
            "POST {path}?{good} HTTP/1.1\r\nHost: {host}\r\nContent-Type: "
            "application/x-www-form-urlencoded\r\nContent-Length: 0\r\n\r\n",
            "400");
        row("JSON for a form", post(R"({"code":"x","state":"y"})", "application/json"), "400");
        row("a form of another kind", post("code=x", "multipart/form-data; boundary=x"), "400");
        row("a fragment in place of a query", get("{path}#{good}"), "400");
        row("no parameters", get("{path}"), "400");
        row("an error without state", get("{path}?error=access_denied&error_description=%3Cscript%3E"), "400");
        row("state given twice", get("{path}?{good}&state=other"), "400");
        row("an escape that is none", get("{path}?{good}&x=%zz"), "400");
        row("UTF-8 that is none", get("{path}?{good}&x=%ff%fe"), "400");
        row("a separator hidden in the code", get("{path}?code=a%26state%3Dx"), "400");
        row("one that goes away in the middle", "HALF ", {});
    }
    void aStrangerChangesNothing()
    {
        QFETCH(QByteArray, message);
        QFETCH(QByteArray, status);
        Callback c;
        c.strangers.messages = {message, message};
        const auto account = c.f.signIn();
        QVERIFY2(account, account ? "" : qPrintable(account.error().detail));
        QCOMPARE(c.f.op.requestsTo(u"/token"_s), 1);
        for (int i = 0; i < 2; ++i) {
            const QByteArray &answer = c.strangers.answers.at(i);
            QVERIFY2(status.isEmpty() ? answer.isEmpty() : answer.startsWith("HTTP/1.1 " + status), answer);
            QVERIFY2(!answer.contains("<script"), answer);
            QVERIFY(status.isEmpty() || answer.contains("Content-Security-Policy: default-src 'none'"));
        }
    }

    // Split first, decoded after: what looks like another parameter stays in its value, and + is a space.
    void whatIsEscapedStaysInItsValue()
    {
        Callback c;
        c.strangers.changes = {{u"code"_s, u"a&state=zz+b c%26"_s}};
        const auto outcome = c.f.signIn();
        QCOMPARE(c.f.faultOf(outcome, ErrorCode::SignInRefused, u"invalid_grant"_s, u"/token"_s), QString());
        const auto sent = core::decodeForm(c.f.provider.requests.back().body);
        QCOMPARE(sent->fields.value(u"code"_s), u"a&state=zz+b c%26"_s);
    }

    void theWordsOfTheProviderStayWords()
    {
        Callback c;
        c.strangers.changes = {{u"error"_s, u"<script>alert(1)</script>"_s},
                               {u"error_description"_s, u"<img src=x onerror=alert(1)>\r\nX: y\u202e"_s}};
        const auto outcome = c.f.signIn();
        QCOMPARE(c.f.faultOf(outcome, ErrorCode::SignInRefused, u"<script>"_s, page), QString());
        QVERIFY(!outcome.error().detail.contains(u'\n') && !outcome.error().detail.contains(QChar(0x202e)));
        QVERIFY2(!c.strangers.answers.last().contains("alert"), c.strangers.answers.last());
    }

    void theSecondGenuineResponseComesTooLate()
    {
        Callback c;
        QVERIFY(c.f.signIn());
        QCOMPARE(c.strangers.say(get("{path}?{good}")), QByteArray()); // nobody listens any more
        QCOMPARE(c.f.op.requestsTo(u"/token"_s), 1);
    }

    void theAddressOfAnEarlierAttemptIsGone()
    {
        Callback c;
        c.strangers.isGenuine = false;
        c.strangers.messages = {get("/favicon.ico")};
        c.f.start();
        const auto first = c.f.accounts->signIn(c.f.profile.id, {}, c.strangers, {});
        QTRY_COMPARE(c.strangers.answers.size(), 1);
        const QByteArray earlier = c.strangers.filled(get("{path}?{good}"));
        const QString path = c.strangers.lastRedirect.path();
        c.strangers.isGenuine = true;
        c.strangers.messages = {earlier}; // its path and its state, at the new address
        const auto account = c.f.signIn();
        QVERIFY2(account, account ? "" : qPrintable(account.error().detail));
        QCOMPARE(c.f.answerOf(first).error().code, ErrorCode::Cancelled);
        QVERIFY(c.strangers.answers.at(1).startsWith("HTTP/1.1 4"));
        QVERIFY(path != c.strangers.lastRedirect.path());
    }

    void threeHundredSilentConnectionsShutNobodyOut()
    {
        Callback c;
        c.strangers.idle = 300;
        const auto account = c.f.signIn();
        QVERIFY2(account, account ? "" : qPrintable(account.error().detail));
    }

    void ipv6OnlyIsEnough()
    {
        if (!hasIpv6())
            QSKIP("this machine has no IPv6");
        Callback c;
        c.f.profile.redirect.host = u"::1"_s;
        const auto account = c.f.signIn();
        QVERIFY2(account, account ? "" : qPrintable(account.error().detail));
        QCOMPARE(c.strangers.lastRedirect.host(), u"::1"_s);
    }

    void allListedPortsBusyIsSaidBeforeAnyPageIsShown()
    {
        Callback c;
        QTcpServer one;
        QTcpServer two;
        QVERIFY(one.listen(QHostAddress::LocalHost) && two.listen(QHostAddress::LocalHost));
        c.f.profile.redirect.ports = {one.serverPort(), two.serverPort()};
        const auto outcome = c.f.signIn();
        QCOMPARE(c.f.faultOf(outcome, ErrorCode::Network, u"no port"_s, u"/.well-known/openid-configuration"_s),
                 QString());
        const auto taken = core::takenPortsOf(outcome.error());
        QVERIFY(taken && taken->size() == 2);
        // In this very program: 15 letters of its name is what the system keeps.
        QCOMPARE(taken->first(), u"%1 (tst_hostilecall)"_s.arg(one.serverPort()));
        QVERIFY(c.strangers.lastStart.isEmpty());
    }

    void theNextListedPortIsTaken()
    {
        Callback c;
        QTcpServer busy;
        QTcpServer spare;
        QVERIFY(busy.listen(QHostAddress::LocalHost) && spare.listen(QHostAddress::LocalHost));
        const quint16 free = spare.serverPort();
        spare.close();
        c.f.profile.redirect.ports = {busy.serverPort(), free};
        QVERIFY(c.f.signIn());
        QCOMPARE(c.strangers.lastRedirect.port(), free);
    }

    void theUserClosesThePage()
    {
        Callback c;
        c.strangers.isGenuine = false;
        c.strangers.messages = {get("/favicon.ico")};
        c.f.start();
        const auto attempt = c.f.accounts->signIn(c.f.profile.id, {}, c.strangers, {});
        QTRY_COMPARE(c.strangers.answers.size(), 1);
        emit c.strangers.abandoned();
        QCOMPARE(c.f.faultOf(c.f.answerOf(attempt), ErrorCode::Cancelled, {}, page), QString());
        QCOMPARE(c.strangers.say(get("{path}?{good}")), QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestHostileCallback)
#include "tst_hostilecallback.moc"
