// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/addressrules.h"
#include "ui/signin/environment.h"

#include <QTest>

#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace ui;

class TestAddressRules : public QObject
{
    Q_OBJECT

private slots:
    void aProxysPasswordComesFromItsAddress()
    {
        qputenv("https_proxy", "http://alice:p%40ss@proxy.acme.example:3128");
        const auto login = proxyLogin(u"proxy.acme.example"_s);
        QVERIFY(login);
        QCOMPARE(login->user, u"alice"_s);
        QCOMPARE(login->password, u"p@ss"_s);
        QVERIFY(!proxyLogin(u"proxy.evil.example"_s)); // nobody else is told
        qputenv("https_proxy", "http://proxy.acme.example:3128");
        QVERIFY(!proxyLogin(u"proxy.acme.example"_s));
        qunsetenv("https_proxy");
        QVERIFY(!proxyLogin({}));
    }
    void navigation_data();
    void navigation();
    void aLoopbackProviderMayUseTheLoopback();
    void partsOfAPage_data();
    void partsOfAPage();
    void originsAreShownAsTheyAre_data();
    void originsAreShownAsTheyAre();
    void aDebuggingPortIsNoticed();
    void rootHasNoSandbox();
    void someProvidersRefuseEmbedding();
    void aFieldToFillInIsFound_data();
    void aFieldToFillInIsFound();

private:
    const AddressRules m_rules{QUrl(u"https://login.example/authorize"_s), QUrl(u"http://127.0.0.1:4711/cb-x1"_s)};
};

void TestAddressRules::navigation_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<bool>("may");
    const auto row = [](const char *name, const QString &url, bool may) { QTest::newRow(name) << QUrl(url) << may; };
    row("https", u"https://other.example/x?y=z"_s, true);
    row("the redirect", u"http://127.0.0.1:4711/cb-x1?code=a&state=b"_s, true);
    row("the redirect's port only", u"http://127.0.0.1:4711/other"_s, false);
    row("the redirect on another port", u"http://127.0.0.1:4712/cb-x1"_s, false);
    row("the redirect by another name", u"http://localhost:4711/cb-x1"_s, false);
    row("the redirect and more", u"http://127.0.0.1:4711/cb-x1/more"_s, false);
    row("the redirect with a user", u"http://a@127.0.0.1:4711/cb-x1"_s, false);
    row("insecure", u"http://login.example/authorize"_s, false);
    row("loopback", u"http://127.0.0.1:8080/"_s, false);
    row("a host that looks like loopback", u"http://127.0.0.1.evil.example/"_s, false);
    row("https on this computer", u"https://127.0.0.1:8443/"_s, false);
    row("and by a name of it", u"https://foo.localhost/"_s, false);
    row("https without a host", u"https:///x"_s, false);
    row("file", u"file:///etc/passwd"_s, false);
    row("data", u"data:text/html,x"_s, false);
    row("javascript", u"javascript:alert(1)"_s, false);
    row("blob", u"blob:https://login.example/1"_s, false);
    row("view-source", u"view-source:https://login.example/"_s, false);
    row("chrome", u"chrome://version"_s, false);
    row("qrc", u"qrc:/sql/0001_initial.sql"_s, false);
    row("custom", u"myapp://go"_s, false);
    row("blank", u"about:blank"_s, true);
    row("about anything else", u"about:flags"_s, false);
    row("nothing", QString(), false);
}

void TestAddressRules::navigation()
{
    QFETCH(QUrl, url);
    QFETCH(bool, may);
    QCOMPARE(m_rules.mayNavigate(url), may);
}

void TestAddressRules::aLoopbackProviderMayUseTheLoopback()
{
    const AddressRules rules{QUrl(u"http://localhost:3000/authorize"_s), m_rules.redirect};
    QVERIFY(rules.mayNavigate(QUrl(u"http://localhost:3000/login"_s)));
    QVERIFY(rules.mayNavigate(QUrl(u"http://[::1]:3000/login"_s)));
    QVERIFY(!rules.mayNavigate(QUrl(u"http://login.example/"_s)));
    QVERIFY(rules.mayLoad(QUrl(u"http://localhost:3000/logo.png"_s)));
}

void TestAddressRules::partsOfAPage_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<bool>("may");
    QTest::newRow("https") << QUrl(u"https://cdn.example/logo.png"_s) << true;
    QTest::newRow("an inline picture") << QUrl(u"data:image/png;base64,AA"_s) << true;
    QTest::newRow("a program of this machine") << QUrl(u"http://localhost:8769/probe"_s) << false;
    QTest::newRow("and one with a certificate") << QUrl(u"https://127.0.0.1:8769/probe"_s) << false;
    QTest::newRow("and its socket") << QUrl(u"ws://127.0.0.1:8769/"_s) << false;
    for (const QString &host :
         {u"localhost"_s, u"LOCALHOST"_s, u"localhost."_s, u"foo.localhost"_s, u"a.b.localhost."_s, u"ip6-localhost"_s,
          u"127.0.0.1."_s, u"127.255.3.4"_s, u"127.1"_s, u"0.0.0.0"_s, u"0.1.2.3"_s, u"[::]"_s, u"[::1]"_s,
          u"[::ffff:127.0.0.1]"_s, u"[::ffff:7f00:1]"_s, u"[::ffff:0.0.0.0]"_s, u"[::127.0.0.1]"_s, u"2130706433"_s}) {
        QTest::addRow("https://%s", qPrintable(host)) << QUrl(u"https://%1:8769/probe"_s.arg(host)) << false;
        QTest::addRow("wss://%s", qPrintable(host)) << QUrl(u"wss://%1/"_s.arg(host)) << false;
    }
    for (const QString &host : {u"notlocalhost"_s, u"localhost.example"_s, u"128.0.0.1"_s, u"[::2:7f00:1]"_s,
                                u"[2001:db8::7f00:1]"_s, u"127.example"_s})
        QTest::addRow("elsewhere: %s", qPrintable(host)) << QUrl(u"https://%1/logo.png"_s.arg(host)) << true;
    QTest::newRow("insecure") << QUrl(u"http://cdn.example/logo.png"_s) << false;
    QTest::newRow("file") << QUrl(u"file:///etc/passwd"_s) << false;
    QTest::newRow("ftp") << QUrl(u"ftp://cdn.example/x"_s) << false;
}

void TestAddressRules::partsOfAPage()
{
    QFETCH(QUrl, url);
    QFETCH(bool, may);
    QCOMPARE(m_rules.mayLoad(url), may);
}

void TestAddressRules::originsAreShownAsTheyAre_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("shown");
    QTest::newRow("https") << u"https://login.example/a/b?code=secret#x"_s << u"login.example"_s;
    QTest::newRow("a port") << u"https://login.example:8443/"_s << u"login.example:8443"_s;
    QTest::newRow("a user that looks like a host") << u"https://bank.example@evil.example/"_s << u"evil.example"_s;
    QTest::newRow("look-alike letters") << u"https://аpple.example/"_s << u"xn--pple-43d.example"_s;
    QTest::newRow("http") << u"http://127.0.0.1:3000/x"_s << u"http://127.0.0.1:3000"_s;
    QTest::newRow("blank") << u"about:blank"_s << QString();
}

void TestAddressRules::originsAreShownAsTheyAre()
{
    QFETCH(QString, url);
    QFETCH(QString, shown);
    QCOMPARE(originText(QUrl(url)), shown);
}

void TestAddressRules::aDebuggingPortIsNoticed()
{
    QVERIFY(!isPageObservable({u"lectern"_s, u"a.pdf"_s}));
    QVERIFY(isPageObservable({u"lectern"_s, u"--remote-debugging-port=0"_s}));
    qputenv("QTWEBENGINE_CHROMIUM_FLAGS", "--disable-gpu");
    QVERIFY(!isPageObservable({}));
    qputenv("QTWEBENGINE_CHROMIUM_FLAGS", "--disable-gpu --remote-debugging-pipe");
    QVERIFY(isPageObservable({}));
    for (const char *flag : {"--ignore-certificate-errors", "--disable-web-security", "--ssl-key-log-file=/tmp/k",
                             "--host-resolver-rules=MAP * evil.example", "--log-net-log", "--load-extension=/tmp/x"}) {
        qputenv("QTWEBENGINE_CHROMIUM_FLAGS", flag);
        QVERIFY2(isPageObservable({}), flag);
    }
    qunsetenv("QTWEBENGINE_CHROMIUM_FLAGS");
    QVERIFY(!isPageObservable({}));
    qputenv("SSLKEYLOGFILE", "/tmp/keys");
    QVERIFY(isPageObservable({}));
    qunsetenv("SSLKEYLOGFILE");
    qputenv("QTWEBENGINE_REMOTE_DEBUGGING", "9222");
    QVERIFY(isPageObservable({}));
    qunsetenv("QTWEBENGINE_REMOTE_DEBUGGING");
}

void TestAddressRules::rootHasNoSandbox()
{
    const bool isRoot = geteuid() == 0;
    qunsetenv("QTWEBENGINE_DISABLE_SANDBOX");
    QCOMPARE(isSandboxImpossible(), isRoot);
    qputenv("QTWEBENGINE_DISABLE_SANDBOX", "1"); // somebody took that on themselves
    QVERIFY(!isSandboxImpossible());
    qunsetenv("QTWEBENGINE_DISABLE_SANDBOX");
}

void TestAddressRules::someProvidersRefuseEmbedding()
{
    QVERIFY(refusesEmbedding(QUrl(u"https://accounts.google.com/o/oauth2/v2/auth"_s)));
    QVERIFY(!refusesEmbedding(QUrl(u"https://accounts.google.com.evil.example/"_s)));
}

void TestAddressRules::aFieldToFillInIsFound_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<bool>("isThere");
    QTest::newRow("nothing") << u"<p>input</p>"_s << false;
    QTest::newRow("a name") << u"<form><INPUT name=user></form>"_s << true;
    QTest::newRow("a password") << u"<input class='x' type=\"password\" name=p>"_s << true;
    QTest::newRow("a code") << u"<input type=tel>"_s << true;
    QTest::newRow("hidden things and buttons")
        << u"<input type=hidden><input type='submit'><input TYPE = \"checkbox\"><input type=button>"_s << false;
    QTest::newRow("among others") << u"<input type=hidden><input type=email><input type=submit>"_s << true;
}

void TestAddressRules::aFieldToFillInIsFound()
{
    QFETCH(QString, html);
    QTEST(hasFieldToFill(html), "isThere");
}

QTEST_GUILESS_MAIN(TestAddressRules)
#include "tst_addressrules.moc"
