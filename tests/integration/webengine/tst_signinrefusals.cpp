// SPDX-License-Identifier: GPL-3.0-or-later
// What a page may not do: each case is a page that tries it.
#include "tests/integration/webengine/loopbacksite.h"
#include "ui/browser/popupwindow.h"
#include "ui/browser/signinsession.h"
#include "ui/browser/signinweb.h"
#include "ui/browser/webpage.h"
#include "ui/signin/originbar.h"

#include <QApplication>
#include <QDesktopServices>
#include <QDir>
#include <QMenu>
#include <QPointer>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QWebEngineDownloadRequest>
#include <QWebEngineProfile>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int enough = 20'000;

// A page whose whole area is one button that runs `script`, and that reports through its title.
QByteArray pageWithButton(const QByteArray &script)
{
    return "<!doctype html><title>ready</title><button style='position:fixed;inset:0;width:100%;height:100%' onclick=\""
        + script + "\">press</button>";
}

} // namespace

class TestSignInRefusals : public QObject
{
    Q_OBJECT

public slots:
    void openedBySystem(const QUrl &url) { m_systemBrowser = url; }

private slots:
    void initTestCase()
    {
        for (const QString &scheme : m_schemes)
            QDesktopServices::setUrlHandler(scheme, this, "openedBySystem");
    }
    void cleanupTestCase()
    {
        for (const QString &scheme : m_schemes)
            QDesktopServices::unsetUrlHandler(scheme);
    }
    void init();
    void cleanup()
    {
        QVERIFY2(m_systemBrowser.isEmpty(), "a page started another program");
        m_page.reset();
        m_site.reset();
    }

    void aLinkElsewhereIsRefused_data();
    void aLinkElsewhereIsRefused();
    void aRedirectElsewhereIsRefused_data();
    void aRedirectElsewhereIsRefused();
    void aPopupNeedsAClick();
    void aPopupAfterAClickShowsItsOrigin();
    void thereAreNeverManyPopups();
    void popupsGoWithTheAttempt();
    void aDownloadIsRefused();
    void aFileChooserNeverOpens();
    void dialogsOfAPageNeverOpen();
    void permissionsAreDenied();
    void passwordsOfHttpAreNotAskedFor();
    void theContextMenuIsOurs();
    void thePageCanBeZoomed();
    void aPasskeyIsSaidNotToWorkHere_data();
    void aPasskeyIsSaidNotToWorkHere();
    void aPageWithNothingButAPasskeyIsLeft_data();
    void aPageWithNothingButAPasskeyIsLeft();
    void whoHasAnotherWayIsNotSentOff_data();
    void whoHasAnotherWayIsNotSentOff();
    void aPlainFormSaysNothingOfPasskeys();

private:
    void open(const QByteArray &page)
    {
        m_site->put(u"/authorize"_s, page);
        const core::PageOrder order{
            m_site->url(u"/authorize"_s), m_site->url(u"/callback"_s), 0, u"en"_s, {u"en"_s}, false};
        m_page = std::make_unique<ui::WebPage>(order, nullptr);
        hear(&core::ProviderPage::addressRefused, u"address"_s);
        hear(&core::ProviderPage::ledNowhere, u"nowhere"_s);
        hear(&core::ProviderPage::popupRefused, u"popup"_s);
        hear(&core::ProviderPage::passkeySeen, u"passkey"_s);
        hear(&core::ProviderPage::passkeyAsked, u"asked"_s);
        hear(&core::ProviderPage::failed, u"failure"_s);
        QVERIFY(QTest::qWaitForWindowExposed(m_page->window()));
        QTRY_COMPARE_WITH_TIMEOUT(web()->title(), u"ready"_s, enough);
        QTRY_VERIFY(web()->focusProxy());
    }
    template<typename Signal>
    void hear(Signal signal, const QString &name)
    {
        connect(m_page.get(), signal, this, [this, name] { m_said += name; });
    }
    void press() { QTest::mouseClick(web()->focusProxy(), Qt::LeftButton, {}, web()->rect().center()); }
    // Presses until the page has taken it (a click before the first frame is painted is lost, as for a person), then
    // waits for what comes of it.
    template<typename Done>
    bool pressUntil(Done done)
    {
        const QString before = title();
        bool taken = false;
        const auto started = connect(web()->page(), &QWebEnginePage::loadStarted, this, [&taken] { taken = true; });
        const auto isTaken = [&] { return taken || title() != before || done(); };
        for (int attempt = 0; attempt < 20 && !isTaken(); ++attempt) {
            press();
            (void)QTest::qWaitFor(isTaken, 500);
        }
        disconnect(started);
        return QTest::qWaitFor(done, enough);
    }
    [[nodiscard]] ui::SignInWeb *web() const { return m_page->session()->view(); }
    [[nodiscard]] QString title() const { return web()->title(); }
    [[nodiscard]] std::vector<ui::PopupWindow *> popups() const { return m_page->session()->popups(); }

    std::unique_ptr<LoopbackSite> m_site;
    std::unique_ptr<ui::WebPage> m_page;
    QStringList m_said; // by the page, in order
    const QStringList m_schemes{u"http"_s, u"https"_s, u"myapp"_s, u"mailto"_s, u"file"_s};
    QUrl m_systemBrowser;
};

void TestSignInRefusals::init()
{
    m_systemBrowser.clear();
    m_said.clear();
    m_site = std::make_unique<LoopbackSite>();
}

void TestSignInRefusals::aLinkElsewhereIsRefused_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("a file") << QByteArray("file:///etc/passwd");
    QTest::newRow("another program") << QByteArray("myapp://go");
    QTest::newRow("mail") << QByteArray("mailto:a@example.com");
    QTest::newRow("data") << QByteArray("data:text/html,<title>data</title>");
    QTest::newRow("an insecure page") << QByteArray("http://example.com/");
    QTest::newRow("the engine's own pages") << QByteArray("chrome://version");
    QTest::newRow("the program's resources") << QByteArray("qrc:/sql/0001_initial.sql");
}

void TestSignInRefusals::aLinkElsewhereIsRefused()
{
    QFETCH(QByteArray, target);
    open(pageWithButton("document.title='pressed';location.href='" + target + "'"));
    QVERIFY(pressUntil([this] { return title() == "pressed"_L1 || !m_said.isEmpty(); }));
    QVERIFY(!QTest::qWaitFor([this] { return !m_systemBrowser.isEmpty(); }, 300));
    QCOMPARE(web()->url().host(), u"127.0.0.1"_s); // the page stays where it was
}

void TestSignInRefusals::aRedirectElsewhereIsRefused_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("a file") << QByteArray("file:///etc/passwd");
    QTest::newRow("another program") << QByteArray("myapp://go?code=1");
    QTest::newRow("an insecure page") << QByteArray("http://example.com/");
}

void TestSignInRefusals::aRedirectElsewhereIsRefused()
{
    QFETCH(QByteArray, target);
    m_site->redirect(u"/away"_s, target);
    open(pageWithButton("location.href='/away'"));
    QVERIFY(pressUntil([this] { return !m_said.isEmpty(); }));
    QVERIFY(m_site->wasAsked(u"/away"_s));
    QCOMPARE(web()->url().host(), u"127.0.0.1"_s);
}

void TestSignInRefusals::aPopupNeedsAClick()
{
    open("<title>x</title><script>window.open('/other');document.title='ready'</script>");
    QVERIFY(!QTest::qWaitFor([this] { return !popups().empty() || m_site->wasAsked(u"/other"_s); }, 500));
}

void TestSignInRefusals::aPopupAfterAClickShowsItsOrigin()
{
    m_site->put(u"/other"_s, "<title>other</title>other page");
    open(pageWithButton("window.open('/other')"));
    QVERIFY(pressUntil([this] { return !popups().empty(); }));
    ui::PopupWindow *popup = popups().front();
    QTRY_COMPARE_WITH_TIMEOUT(popup->page()->title(), u"other"_s, enough);
    QCOMPARE(popup->originBar()->text(), m_site->url({}).toString());
    QVERIFY(popup->originBar()->isVisible());
    QCOMPARE(popup->page()->profile(), web()->page()->profile());
    const QPointer<ui::PopupWindow> closing = popup;
    QTRY_VERIFY(popup->findChild<ui::SignInWeb *>()->focusProxy());
    QTest::keyClick(popup->findChild<ui::SignInWeb *>()->focusProxy(), Qt::Key_Escape);
    QTRY_VERIFY(!closing);
    QVERIFY(web()->isVisible()); // Escape closed the popup, not the attempt
}

void TestSignInRefusals::thereAreNeverManyPopups()
{
    m_site->put(u"/other"_s, "<title>other</title>");
    open(pageWithButton("for(let i=0;i<9;i++)window.open('/other?'+i)"));
    QVERIFY(pressUntil([this] { return !popups().empty(); }));
    for (int n = 0; n < 5; ++n)
        press();
    QVERIFY(!QTest::qWaitFor([this] { return popups().size() > 3; }, 500));
}

void TestSignInRefusals::popupsGoWithTheAttempt()
{
    m_site->put(u"/other"_s, "<title>other</title>");
    open(pageWithButton("window.open('/other')"));
    QVERIFY(pressUntil([this] { return !popups().empty(); }));
    const QPointer<ui::PopupWindow> popup = popups().front();
    m_page->close();
    (void)m_page.release(); // it deletes itself
    QTRY_VERIFY(!popup);
    m_page.reset();
}

void TestSignInRefusals::aDownloadIsRefused()
{
    m_site->put(u"/file"_s,
                {"secret", "200 OK",
                 "Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=x.bin\r\n"});
    open(pageWithButton("location.href='/file'"));
    QSignalSpy downloads(web()->page()->profile(), &QWebEngineProfile::downloadRequested);
    QVERIFY(pressUntil([&] { return !downloads.isEmpty(); }));
    auto *download = downloads.first().first().value<QWebEngineDownloadRequest *>();
    QVERIFY(!download || download->state() == QWebEngineDownloadRequest::DownloadCancelled);
    QVERIFY(!QFile::exists(QStandardPaths::writableLocation(QStandardPaths::DownloadLocation) + u"/x.bin"_s));
}

void TestSignInRefusals::aFileChooserNeverOpens()
{
    open("<title>ready</title><input type=file id=f style='position:fixed;inset:0;width:100%;height:100%' "
         "onclick=\"document.title='pressed'\">");
    QVERIFY(pressUntil([this] { return title() == "pressed"_L1; }));
    QVERIFY(!QTest::qWaitFor([] { return QApplication::activeModalWidget() != nullptr; }, 300));
}

void TestSignInRefusals::dialogsOfAPageNeverOpen()
{
    open(pageWithButton("alert('a');const c=confirm('b');const p=prompt('c','d');document.title='answers '+c+' '+p"));
    QVERIFY(pressUntil([this] { return title() == "answers false null"_L1; }));
    QVERIFY(!QApplication::activeModalWidget());
}

void TestSignInRefusals::permissionsAreDenied()
{
    open(pageWithButton("navigator.geolocation.getCurrentPosition(()=>document.title='granted',"
                        "()=>document.title='denied')"));
    QVERIFY(pressUntil([this] { return title() == "denied"_L1; }));
}

void TestSignInRefusals::passwordsOfHttpAreNotAskedFor()
{
    m_site->put(u"/basic"_s,
                {"<title>refused</title>", "401 Unauthorized",
                 "Content-Type: text/html\r\nWWW-Authenticate: Basic realm=\"x\"\r\n"});
    open(pageWithButton("location.href='/basic'"));
    QVERIFY(pressUntil([this] { return m_site->wasAsked(u"/basic"_s); }));
    QVERIFY(!QTest::qWaitFor([] { return QApplication::activeModalWidget() != nullptr; }, 500));
}

void TestSignInRefusals::theContextMenuIsOurs()
{
    open("<title>ready</title><p>text</p>");
    const auto shown = [this] { return web()->window()->findChild<QMenu *>() != nullptr; };
    for (int attempt = 0; attempt < 20 && !shown(); ++attempt) {
        QTest::mouseClick(web()->focusProxy(), Qt::RightButton, {}, QPoint(300, 300));
        (void)QTest::qWaitFor(shown, 500);
    }
    QVERIFY(shown());
    auto *menu = web()->window()->findChild<QMenu *>();
    QStringList texts;
    for (const QAction *action : menu->actions()) {
        if (!action->isSeparator())
            texts += action->text().remove(u'&');
    }
    QCOMPARE(texts, QStringList({u"Cut"_s, u"Copy"_s, u"Paste"_s, u"Reload"_s}));
    menu->close();
}

void TestSignInRefusals::thePageCanBeZoomed()
{
    open("<title>ready</title><p>text</p>");
    QTest::keyClick(web()->focusProxy(), Qt::Key_Plus, Qt::ControlModifier);
    QVERIFY(web()->zoomFactor() > 1.05);
    QTest::keyClick(web()->focusProxy(), Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(web()->zoomFactor(), 1.0);
}

void TestSignInRefusals::aPasskeyIsSaidNotToWorkHere_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::newRow("inline") << QByteArray(
        "<title>ready</title><p>Sign in<script>if (window.PublicKeyCredential) navigator.credentials.get("
        "{publicKey: {challenge: new Uint8Array(16)}})</script>");
    QTest::newRow("a script of its own") << QByteArray("<title>ready</title><p>x<script src=/js/webauthn.js></script>");
    QTest::newRow("a field") << QByteArray(
        "<title>ready</title><form><input name=user autocomplete=\"username webauthn\"></form>");
}

void TestSignInRefusals::aPasskeyIsSaidNotToWorkHere()
{
    QFETCH(QByteArray, page);
    open(page);
    QTRY_VERIFY_WITH_TIMEOUT(m_said.contains(u"passkey"_s), enough);
}

void TestSignInRefusals::aPlainFormSaysNothingOfPasskeys()
{
    open("<title>ready</title><form><input name=user><input type=password></form>");
    QVERIFY(!QTest::qWaitFor([this] { return m_said.contains(u"passkey"_s); }, 500));
}

void TestSignInRefusals::aPageWithNothingButAPasskeyIsLeft_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::newRow("a call at once") << QByteArray(
        "<script>navigator.credentials.get({publicKey: {challenge: new Uint8Array(16)}}).catch(() => 0)</script>");
    QTest::newRow("a button") << QByteArray(
        "<form><input type=hidden name=a><input type=submit value=Key></form><script src=/js/webauthn.js></script>");
}

void TestSignInRefusals::aPageWithNothingButAPasskeyIsLeft()
{
    QFETCH(QByteArray, page);
    open("<title>ready</title>" + page);
    QTRY_VERIFY_WITH_TIMEOUT(m_said.contains(u"asked"_s), enough);
    QCOMPARE(m_said.count(u"asked"_s), 1);
}

void TestSignInRefusals::whoHasAnotherWayIsNotSentOff_data()
{
    QTest::addColumn<QByteArray>("page");
    const QByteArray call = "<script>navigator.credentials.get({publicKey: {challenge: new Uint8Array(16)}})"
                            ".catch(() => 0)</script>";
    QTest::newRow("a password") << QByteArray("<input type=password>" + call);
    QTest::newRow("a name") << QByteArray("<input name=user autocomplete='username webauthn'>");
    QTest::newRow("a field that comes later")
        << QByteArray("<script>setTimeout(() => document.body.append(document.createElement('input')), 400)</script>"
                      + call);
    QTest::newRow("nothing of the kind") << QByteArray("<button>Go on</button>");
}

void TestSignInRefusals::whoHasAnotherWayIsNotSentOff()
{
    QFETCH(QByteArray, page);
    open("<title>ready</title><body>" + page);
    QVERIFY(!QTest::qWaitFor([this] { return m_said.contains(u"asked"_s); }, 2500));
}

QTEST_MAIN(TestSignInRefusals)
#include "tst_signinrefusals.moc"
