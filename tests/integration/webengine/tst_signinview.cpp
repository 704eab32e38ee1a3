// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/webengine/loopbacksite.h"
#include "tests/support/engineprocesses.h"
#include "ui/signin/signinsession.h"
#include "ui/signin/signinview.h"
#include "ui/signin/signinweb.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int enough = 20'000; // ms; the engine's first start on a cold disk

const QByteArray loginPage = R"(<!doctype html><title>Acme</title><body style="font-family:sans-serif;margin:60px">
<h2>Acme login</h2><form action="/login" method="get"><input name="user" id="user" autofocus>
<button id="go">Continue</button></form></body>)";

} // namespace

class TestSignInView : public QObject
{
    Q_OBJECT

public slots:
    void openedBySystem(const QUrl &url) { m_systemBrowser = url; }

private slots:
    void initTestCase()
    {
        ui::applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), ui::Appearance::Light);
        QDesktopServices::setUrlHandler(u"http"_s, this, "openedBySystem");
    }
    void cleanupTestCase() { QDesktopServices::unsetUrlHandler(u"http"_s); }
    void init();
    void cleanup()
    {
        m_view.reset();
        m_site.reset();
    }

    void noEngineRunsBeforeTheFirstSignIn();
    void theProvidersPageAppearsAndEndsAtTheRedirect();
    void theOriginIsAlwaysInSight();
    void theFocusGoesIntoThePage();
    void escapeInThePageCancels();
    void cancelCancels();
    void theSystemsBrowserGetsTheSameLink();
    void aProfileForTheSystemsBrowserNeverShowsAPage();
    void aServerThatIsNotThereIsSaidInWords();
    void aPageThatIsGoneIsShownAsItIs();
    void thePageCanBeZoomed();
    void nothingOfAnAttemptIsLeftForTheNext();
    void theEngineGoesWithTheAttempt();

private:
    void open(const QString &path = u"/authorize"_s)
    {
        m_view->browser().open(m_site->url(path), m_site->url(u"/callback-x1"_s));
    }
    [[nodiscard]] ui::SignInWeb *web() const { return m_view->findChild<ui::SignInWeb *>(); }
    [[nodiscard]] QPushButton *button(const QString &name) const { return m_view->findChild<QPushButton *>(name); }
    [[nodiscard]] QString origin() const { return m_view->findChild<QLabel *>(u"originLabel"_s)->text(); }
    [[nodiscard]] bool isShown(const QString &name) const
    {
        const auto *widget = m_view->findChild<QWidget *>(name);
        return widget && widget->isVisible();
    }
    void grab(const QString &name)
    {
        const QString folder = qEnvironmentVariable("LECTERN_GRABS");
        if (folder.isEmpty())
            return;
        (void)QTest::qWaitFor([] { return false; }, 600); // for the eye: until the engine has drawn
        m_view->grab().save(folder + u'/' + name + u".png"_s);
    }

    std::unique_ptr<LoopbackSite> m_site;
    std::unique_ptr<ui::SignInView> m_view;
    QUrl m_systemBrowser;
};

void TestSignInView::init()
{
    m_systemBrowser.clear();
    m_site = std::make_unique<LoopbackSite>();
    m_site->put(u"/authorize"_s, loginPage);
    m_site->redirect(u"/login"_s, m_site->url(u"/callback-x1?code=abc&state=s"_s).toEncoded());
    m_site->put(u"/callback-x1"_s, "<p>You can go back to Lectern.</p>");
    m_view = std::make_unique<ui::SignInView>();
    m_view->resize(900, 700);
    m_view->show();
    m_view->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
}

void TestSignInView::noEngineRunsBeforeTheFirstSignIn()
{
    QVERIFY(!web());
    QCOMPARE(engine::processes(), 0);
}

void TestSignInView::theProvidersPageAppearsAndEndsAtTheRedirect()
{
    QSignalSpy opened(m_view.get(), &ui::SignInView::opened);
    QSignalSpy closed(m_view.get(), &ui::SignInView::closed);
    open();
    QCOMPARE(opened.size(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(web() && web()->isVisible(), enough);
    QTRY_COMPARE_WITH_TIMEOUT(web()->title(), u"Acme"_s, enough);
    grab(u"page"_s);
    QTRY_VERIFY(web()->focusProxy() && web()->focusProxy()->hasFocus());
    // Typed as a person would; the page's form then leads to the redirect.
    QTRY_VERIFY_WITH_TIMEOUT(
        [this] {
            QTest::keyClicks(web()->focusProxy(), u"alice"_s);
            QTest::keyClick(web()->focusProxy(), Qt::Key_Return);
            return QTest::qWaitFor([this] { return m_site->wasAsked(u"/callback-x1?code=abc"_s); }, 2000);
        }(),
        enough);
    QVERIFY(m_site->wasAsked(u"/login?user=alice"_s));
    m_view->browser().close();
    QCOMPARE(closed.size(), 1);
    QTRY_VERIFY(!web());
}

void TestSignInView::theOriginIsAlwaysInSight()
{
    m_site->put(u"/login"_s, "<title>second</title>second page");
    open();
    QCOMPARE(origin(), m_site->url({}).toString()); // before a single byte was loaded
    QTRY_COMPARE_WITH_TIMEOUT(web()->title(), u"Acme"_s, enough);
    web()->load(m_site->url(u"/login"_s));
    QTRY_COMPARE_WITH_TIMEOUT(web()->title(), u"second"_s, enough);
    QCOMPARE(origin(), m_site->url({}).toString());
    QVERIFY(isShown(u"originLabel"_s));
    QVERIFY(m_view->findChild<QLabel *>(u"originLabel"_s)->accessibleName().contains(u"on this computer"_s));
}

void TestSignInView::theFocusGoesIntoThePage()
{
    open();
    QTRY_COMPARE_WITH_TIMEOUT(web()->title(), u"Acme"_s, enough);
    QTRY_VERIFY(web()->isAncestorOf(QApplication::focusWidget()) || QApplication::focusWidget() == web());
}

void TestSignInView::escapeInThePageCancels()
{
    QSignalSpy abandoned(&m_view->browser(), &core::Browser::abandoned);
    open();
    QTRY_COMPARE_WITH_TIMEOUT(web()->title(), u"Acme"_s, enough);
    QTRY_VERIFY(web()->focusProxy());
    QTest::keyClick(web()->focusProxy(), Qt::Key_Escape);
    QTRY_COMPARE(abandoned.size(), 1);
}

void TestSignInView::cancelCancels()
{
    QSignalSpy abandoned(&m_view->browser(), &core::Browser::abandoned);
    open();
    QTest::mouseClick(button(u"cancelSignInButton"_s), Qt::LeftButton);
    QCOMPARE(abandoned.size(), 1);
    m_view->browser().close();
    QTest::mouseClick(button(u"cancelSignInButton"_s), Qt::LeftButton);
    QCOMPARE(abandoned.size(), 1); // nothing is open any more
}

void TestSignInView::theSystemsBrowserGetsTheSameLink()
{
    QSignalSpy abandoned(&m_view->browser(), &core::Browser::abandoned);
    open(u"/authorize?state=s%2B1&nonce=n"_s);
    QTRY_VERIFY_WITH_TIMEOUT(web(), enough);
    QTest::mouseClick(button(u"openInBrowserButton"_s), Qt::LeftButton);
    QCOMPARE(m_systemBrowser, m_site->url(u"/authorize?state=s%2B1&nonce=n"_s));
    QVERIFY(isShown(u"waitingForBrowser"_s));
    QVERIFY(!isShown(u"openInBrowserButton"_s));
    QTRY_VERIFY(!web());
    grab(u"waiting"_s);
    QTest::mouseClick(button(u"copyLinkButton"_s), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), m_site->url(u"/authorize?state=s%2B1&nonce=n"_s).toString());
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QCOMPARE(abandoned.size(), 1);
}

void TestSignInView::aProfileForTheSystemsBrowserNeverShowsAPage()
{
    m_view->setBrowserKind(core::ProviderProfile::BrowserKind::System);
    open();
    QCOMPARE(m_systemBrowser, m_site->url(u"/authorize"_s));
    QVERIFY(!web());
}

void TestSignInView::aServerThatIsNotThereIsSaidInWords()
{
    LoopbackSite later;
    const QUrl gone = [] { return LoopbackSite().url(u"/authorize"_s); }();
    m_view->browser().open(gone, later.url(u"/cb"_s));
    QTRY_VERIFY_WITH_TIMEOUT(isShown(u"signInFailure"_s), enough);
    grab(u"failure"_s);
    QTRY_VERIFY(!web());
    QVERIFY(button(u"tryAgainButton"_s)->isVisible());
    QVERIFY(isShown(u"openInBrowserButton"_s));
    QTest::mouseClick(button(u"tryAgainButton"_s), Qt::LeftButton);
    QVERIFY(web());
    QTRY_VERIFY_WITH_TIMEOUT(isShown(u"signInFailure"_s), enough);
}

void TestSignInView::aPageThatIsGoneIsShownAsItIs()
{
    open(u"/no-such-page"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_site->wasAsked(u"/no-such-page"_s), enough);
    QTRY_VERIFY_WITH_TIMEOUT(web() && web()->isVisible(), enough);
    QVERIFY(!isShown(u"signInFailure"_s)); // the provider's own words about it are in that page
}

void TestSignInView::thePageCanBeZoomed()
{
    open();
    QTRY_COMPARE_WITH_TIMEOUT(web()->title(), u"Acme"_s, enough);
    QTRY_VERIFY(web()->focusProxy());
    QTest::keyClick(web()->focusProxy(), Qt::Key_Plus, Qt::ControlModifier);
    QVERIFY(web()->zoomFactor() > 1.05);
    QTest::keyClick(web()->focusProxy(), Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(web()->zoomFactor(), 1.0);
}

void TestSignInView::nothingOfAnAttemptIsLeftForTheNext()
{
    m_site->put(u"/authorize"_s,
                {"<title>Acme</title>hello", "200 OK",
                 "Content-Type: text/html\r\nSet-Cookie: session=alice; Max-Age=9999; Path=/\r\nCache-Control: "
                 "max-age=9999\r\n"});
    for (int attempt = 0; attempt < 2; ++attempt) {
        m_site->requests.clear();
        open();
        QTRY_COMPARE_WITH_TIMEOUT(web()->title(), u"Acme"_s, enough);
        QCOMPARE(m_site->requests.size(), 1); // asked for anew, and no favicon
        QVERIFY(!m_site->requests.first().contains("session=alice"));
        m_view->browser().close();
        QTRY_VERIFY(!web());
    }
    const QDir home(qEnvironmentVariable("XDG_DATA_HOME"));
    QVERIFY2(!home.exists() || home.entryList({u"*Engine*"_s}, QDir::Dirs).isEmpty(), "nothing on the disk");
}

void TestSignInView::theEngineGoesWithTheAttempt()
{
    open();
    QTRY_COMPARE_WITH_TIMEOUT(web()->title(), u"Acme"_s, enough);
    const int running = engine::processes();
    QVERIFY(running > 0);
    m_view->browser().close();
    QTRY_VERIFY(!web());
    QTRY_VERIFY_WITH_TIMEOUT(engine::processes() < running, 5000);
    qInfo("engine processes: %d during, %d after", running, engine::processes());
}

QTEST_MAIN(TestSignInView)
#include "tst_signinview.moc"
