// SPDX-License-Identifier: GPL-3.0-or-later
// The sign-in pane with a page of the real browser in it, on a real display.
#include "core/adapters/browser/browserprocesses.h"
#include "tests/integration/webengine/loopbacksite.h"
#include "tests/support/engineprocesses.h"
#include "tests/support/keyboard.h"
#include "ui/signin/pagehost.h"
#include "ui/signin/signinview.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QElapsedTimer>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScreen>
#include <QSignalSpy>
#include <QTest>

#include <csignal>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int enough = 10'000; // ms; the engine's first start on a cold disk
constexpr QColor pageColour(0x20, 0x90, 0xd0);

constexpr QPoint otherField(250, 115);
constexpr QPoint belowTheFields(70, 120); // where a menu of the first field covers the page

// Its field fills the upper part of the page, and says when it has the focus. The page says when it was painted: what
// is typed before is lost, as in any Chromium.
const QByteArray loginPage = R"html(<!doctype html><title>Acme</title><body style="margin:0;background:#2090d0">
<form action="/login" method="get" style="margin:0"><input name="user" autofocus onfocus="fetch('/focused')"
onblur="fetch('/blurred')" style="width:100%;height:40px;box-sizing:border-box"></form>
<form action="/second" method="get" style="margin:0;position:absolute;top:100px;left:200px"><input name="other"
tabindex="-1" onfocus="fetch('/other')" style="width:100px;height:30px"></form>
<div style="height:20px">Acme</div>
<script>new PerformanceObserver(() => fetch('/painted')).observe({type: 'paint', buffered: true})</script></body>)html";

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
        m_window.reset();
        m_site.reset();
        QTRY_VERIFY(engine::processes().empty());
    }

    void noBrowserRunsBeforeTheFirstSignIn();
    void theProvidersPageAppearsAndEndsAtTheRedirect();
    void withoutALanguageThePageIsAskedForInEnglish();
    void theOriginIsAlwaysInSight();
    void thePageFillsItsPlace();
    void aSheetIsInFrontOfThePage();
    void escapeInThePageCancels();
    void theWindowsKeysWorkInThePage();
    void aCallForAPasskeyGoesOnInTheSystemsBrowser();
    void tabLeavesThePageAndComesBack();
    void keysForAButtonStayOutOfThePageBelowThePointer();
    void aClickIntoThePageGivesItTheKeyboard();
    void theFirstClickOnAnotherFieldIsItsOwn();
    void escapeInThePagesMenuClosesTheMenuOnly();
    void theWindowStaysActiveWhileThePageHasTheKeyboard();
    void cancelCancels();
    void theSystemsBrowserGetsTheSameLink();
    void aProfileForTheSystemsBrowserNeverShowsAPage();
    void aServerThatIsNotThereIsSaidInWords();
    void aPageThatIsGoneIsShownAsItIs();
    void aBrowserThatDiesIsSaidAndCanBeTriedAgain();
    void aBrowserThatIsMissingIsSaid();
    void aDebuggingPortMeansNoPage();
    void nothingOfAnAttemptIsLeftForTheNext();
    void everyProcessGoesWithTheAttempt();

private:
    void open(const QString &path = u"/authorize"_s)
    {
        m_view->browser().open(m_site->url(path), m_site->url(u"/callback-x1"_s));
    }
    // The page is in its place and its field has the keyboard.
    [[nodiscard]] bool openAndFocus()
    {
        open();
        return QTest::qWaitFor(
            [this] {
                return m_site->wasAsked(u"/focused"_s) && m_site->wasAsked(u"/painted"_s) && host()->isVisible();
            },
            enough);
    }
    [[nodiscard]] ui::PageHost *host() const { return m_view->findChild<ui::PageHost *>(); }
    [[nodiscard]] QString title() const { return host()->accessibleDescription(); }
    [[nodiscard]] QPushButton *button(const QString &name) const { return m_view->findChild<QPushButton *>(name); }
    [[nodiscard]] QString origin() const { return m_view->findChild<QLabel *>(u"originLabel"_s)->text(); }
    [[nodiscard]] bool isShown(const QString &name) const
    {
        const auto *widget = m_view->findChild<QWidget *>(name);
        return widget && widget->isVisible();
    }
    // A place of the page on the screen, in its pixels.
    [[nodiscard]] QPoint onScreen(const QPoint &inPage) const
    {
        return host()->mapToGlobal(inPage) * host()->devicePixelRatio();
    }
    [[nodiscard]] QColor colourAt(const QPoint &inPage) const
    {
        const QImage screen = QGuiApplication::primaryScreen()->grabWindow(0).toImage();
        return screen.pixelColor(onScreen(inPage));
    }
    [[nodiscard]] static bool pointAt(const QPoint &screen)
    {
        return byHand({u"mousemove"_s, QString::number(screen.x()), QString::number(screen.y())});
    }

    std::unique_ptr<LoopbackSite> m_site;
    core::BrowserProcesses m_pages{QGuiApplication::platformName()};
    std::unique_ptr<QWidget> m_window;
    ui::SignInView *m_view = nullptr;
    QUrl m_systemBrowser;
};

void TestSignInView::init()
{
    m_systemBrowser.clear();
    m_site = std::make_unique<LoopbackSite>();
    m_site->put(u"/authorize"_s, loginPage);
    m_site->redirect(u"/login"_s, m_site->url(u"/callback-x1?code=abc&state=s"_s).toEncoded());
    m_site->put(u"/callback-x1"_s, "<p>You can go back to Lectern.</p>");
    m_window = std::make_unique<QWidget>(); // the pane is never the whole window
    m_window->resize(600, 500);
    m_view = new ui::SignInView(m_window.get());
    m_view->setGeometry(20, 30, 560, 440);
    m_view->setPages(&m_pages);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestSignInView::noBrowserRunsBeforeTheFirstSignIn()
{
    QCOMPARE(engine::processes().size(), 0U);
}

void TestSignInView::theProvidersPageAppearsAndEndsAtTheRedirect()
{
    QSignalSpy opened(m_view, &ui::SignInView::opened);
    QSignalSpy closed(m_view, &ui::SignInView::closed);
    QVERIFY(openAndFocus());
    QCOMPARE(opened.size(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(title(), u"Acme"_s, enough);
    // Typed as a person would; the page's form then leads to the redirect.
    QVERIFY(byHand({u"type"_s, u"alice"_s}));
    QVERIFY(byHand({u"key"_s, u"Return"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(m_site->wasAsked(u"/callback-x1?code=abc"_s), enough);
    QVERIFY(m_site->wasAsked(u"/login?user=alice"_s));
    m_view->browser().close();
    QCOMPARE(closed.size(), 1);
}

void TestSignInView::withoutALanguageThePageIsAskedForInEnglish()
{
    const QLocale usual;
    QLocale::setDefault(QLocale::c()); // as with an empty LANG
    open();
    QTRY_VERIFY_WITH_TIMEOUT(m_site->wasAsked(u"/authorize"_s), enough);
    QLocale::setDefault(usual);
    const QByteArray head = m_site->requests.at(m_site->asked.indexOf(u"/authorize"_s)).toLower();
    QVERIFY2(head.contains("\r\naccept-language: en\r\n"), head);
}

void TestSignInView::theOriginIsAlwaysInSight()
{
    m_site->put(u"/login"_s, "<title>second</title>second page");
    open();
    QCOMPARE(origin(), m_site->url({}).toString()); // before a single byte was loaded
    QTRY_VERIFY_WITH_TIMEOUT(m_site->wasAsked(u"/focused"_s) && m_site->wasAsked(u"/painted"_s), enough);
    QVERIFY(byHand({u"key"_s, u"Return"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(title(), u"second"_s, enough);
    QCOMPARE(origin(), m_site->url({}).toString());
    QVERIFY(isShown(u"originLabel"_s));
    QVERIFY(m_view->findChild<QLabel *>(u"originLabel"_s)->accessibleName().contains(u"on this computer"_s));
}

void TestSignInView::thePageFillsItsPlace()
{
    QVERIFY(openAndFocus());
    const auto fills = [this] {
        const QRect inside = host()->rect().adjusted(1, 70, -2, -2); // field and words are above
        return colourAt(inside.topLeft()) == pageColour && colourAt(inside.bottomRight()) == pageColour
            && colourAt({inside.left(), host()->height() + 3}) != pageColour; // our own buttons are below
    };
    QTRY_VERIFY(fills());
    m_view->setGeometry(5, 60, 400, 300);
    QTRY_VERIFY(fills());
}

void TestSignInView::aSheetIsInFrontOfThePage()
{
    QVERIFY(openAndFocus());
    const QPoint middle = host()->rect().center();
    QTRY_COMPARE(colourAt(middle), pageColour);
    auto *sheet = new ui::Sheet(u"Question"_s, m_window.get());
    QPushButton *yes = sheet->addButton(u"Yes"_s, true);
    QMenu menu; // which keeps the page's focus until it is gone
    menu.addAction(u"Ask"_s, sheet, [sheet] { sheet->open(); });
    menu.popup(m_window->mapToGlobal(QPoint(5, 5)));
    QVERIFY(byHand({u"key"_s, u"Down"_s}) && byHand({u"key"_s, u"Return"_s}));
    QTRY_VERIFY(sheet->isVisible());
    QTRY_VERIFY(colourAt(middle) != pageColour);
    QSignalSpy said(yes, &QPushButton::clicked);
    QTRY_VERIFY(yes->hasFocus());
    QVERIFY(byHand({u"key"_s, u"Return"_s}));
    QTRY_COMPARE(said.size(), 1);
    sheet->close();
    QTRY_COMPARE(colourAt(middle), pageColour);
}

void TestSignInView::escapeInThePageCancels()
{
    QSignalSpy abandoned(&m_view->browser(), &core::Browser::abandoned);
    QVERIFY(openAndFocus());
    QVERIFY(byHand({u"key"_s, u"Escape"_s}));
    QTRY_COMPARE(abandoned.size(), 1);
}

void TestSignInView::theWindowsKeysWorkInThePage()
{
    QAction quit;
    quit.setShortcut(Qt::CTRL | Qt::Key_Q);
    const QSignalSpy quits(&quit, &QAction::triggered);
    m_view->setActions({&quit});
    // The page would like to have them for itself.
    m_site->put(u"/authorize"_s,
                QByteArray(loginPage).replace("</body>",
                                              "<script>onkeydown = e => { e.preventDefault(); fetch('/key-' + e.key); }"
                                              "</script></body>"));
    QVERIFY(openAndFocus());
    QVERIFY(byHand({u"key"_s, u"ctrl+q"_s}));
    QTRY_COMPARE(quits.size(), 1);
    QVERIFY(byHand({u"key"_s, u"ctrl+y"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(m_site->wasAsked(u"/key-y"_s), enough); // all others are the page's
    QVERIFY(!m_site->wasAsked(u"/key-q"_s));
    QVERIFY(byHand({u"key"_s, u"ctrl+shift+b"_s}));
    QTRY_COMPARE(m_systemBrowser, m_site->url(u"/authorize"_s));
    QVERIFY(isShown(u"waitingForBrowser"_s));
}

void TestSignInView::aCallForAPasskeyGoesOnInTheSystemsBrowser()
{
    m_site->put(u"/authorize"_s,
                "<!doctype html><title>Acme</title><p>Your security key, please<script>navigator.credentials.get("
                "{publicKey: {challenge: new Uint8Array(16)}})</script>");
    open();
    QTRY_COMPARE_WITH_TIMEOUT(m_systemBrowser, m_site->url(u"/authorize"_s), enough);
    QVERIFY(isShown(u"waitingForBrowser"_s) && isShown(u"backToPageButton"_s));
    QTRY_VERIFY(engine::processes().empty());
    m_systemBrowser.clear();
    m_site->asked.clear();
    QTest::mouseClick(button(u"backToPageButton"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(host()->isVisible() && title() == "Acme"_L1, enough);
    QTRY_VERIFY(m_view->findChild<ui::MessageBar *>()->text().contains("another way"_L1));
    QVERIFY(m_systemBrowser.isEmpty());
}

void TestSignInView::tabLeavesThePageAndComesBack()
{
    QVERIFY(openAndFocus());
    QVERIFY(byHand({u"key"_s, u"Tab"_s}));
    QTRY_VERIFY(button(u"openInBrowserButton"_s)->hasFocus());
    QTRY_VERIFY(m_site->wasAsked(u"/blurred"_s));
    m_site->asked.clear();
    QVERIFY(byHand({u"key"_s, u"shift+Tab"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(m_site->wasAsked(u"/focused"_s), enough);
    QVERIFY(byHand({u"type"_s, u"bob"_s}));
    QVERIFY(byHand({u"key"_s, u"Return"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(m_site->wasAsked(u"/login?user=bob"_s), enough);
}

// X gives keys to the window below the pointer where that is within the one with the focus.
void TestSignInView::keysForAButtonStayOutOfThePageBelowThePointer()
{
    QSignalSpy abandoned(&m_view->browser(), &core::Browser::abandoned);
    QVERIFY(openAndFocus());
    QVERIFY(pointAt(onScreen({50, 20})));
    button(u"cancelSignInButton"_s)->setFocus();
    QTRY_VERIFY_WITH_TIMEOUT(m_site->wasAsked(u"/blurred"_s), enough);
    QVERIFY(byHand({u"key"_s, u"space"_s}));
    QTRY_COMPARE(abandoned.size(), 1);
}

void TestSignInView::aClickIntoThePageGivesItTheKeyboard()
{
    QVERIFY(openAndFocus());
    button(u"cancelSignInButton"_s)->setFocus();
    QTRY_VERIFY_WITH_TIMEOUT(m_site->wasAsked(u"/blurred"_s), enough);
    m_site->asked.clear();
    QVERIFY(pointAt(onScreen({50, 20})));
    QVERIFY(byHand({u"click"_s, u"1"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(m_site->wasAsked(u"/focused"_s), enough);
    QTRY_VERIFY(host()->hasFocus());
    QVERIFY(byHand({u"type"_s, u"eve"_s}));
    QVERIFY(byHand({u"key"_s, u"Return"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(m_site->wasAsked(u"/login?user=eve"_s), enough);
}

void TestSignInView::theFirstClickOnAnotherFieldIsItsOwn()
{
    QVERIFY(openAndFocus());
    QVERIFY(pointAt(onScreen(otherField)));
    QVERIFY(byHand({u"click"_s, u"1"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(m_site->wasAsked(u"/other"_s), enough);
    QVERIFY(byHand({u"type"_s, u"abc"_s}));
    QVERIFY(byHand({u"key"_s, u"Return"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(m_site->wasAsked(u"/second?other=abc"_s), enough);
}

void TestSignInView::escapeInThePagesMenuClosesTheMenuOnly()
{
    const QSignalSpy abandoned(&m_view->browser(), &core::Browser::abandoned);
    QVERIFY(openAndFocus());
    QVERIFY(pointAt(onScreen({50, 20})));
    QVERIFY(byHand({u"click"_s, u"3"_s}));
    QVERIFY(QTest::qWaitFor([this] { return colourAt(belowTheFields) != pageColour; }, enough));
    QVERIFY(byHand({u"key"_s, u"Escape"_s}));
    QTRY_COMPARE(colourAt(belowTheFields), pageColour);
    QVERIFY(abandoned.isEmpty());
    QVERIFY(byHand({u"type"_s, u"ann"_s}));
    QVERIFY(byHand({u"key"_s, u"Return"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(m_site->wasAsked(u"/login?user=ann"_s), enough);
}

void TestSignInView::theWindowStaysActiveWhileThePageHasTheKeyboard()
{
    QVERIFY(openAndFocus());
    QVERIFY(byHand({u"type"_s, u"x"_s}));
    QVERIFY(m_window->isActiveWindow());
    QVERIFY(!QTest::qWaitFor([this] { return !m_window->isActiveWindow(); }, 300));
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
    QTRY_VERIFY(!engine::processes().empty()); // or it comes while it is looked for
    QTest::mouseClick(button(u"openInBrowserButton"_s), Qt::LeftButton);
    QCOMPARE(m_systemBrowser, m_site->url(u"/authorize?state=s%2B1&nonce=n"_s));
    QVERIFY(isShown(u"waitingForBrowser"_s));
    QVERIFY(!isShown(u"openInBrowserButton"_s));
    QTRY_VERIFY(engine::processes().empty());
    QTest::mouseClick(button(u"copyLinkButton"_s), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), m_site->url(u"/authorize?state=s%2B1&nonce=n"_s).toString());
    QTest::keyClick(m_view, Qt::Key_Escape);
    QCOMPARE(abandoned.size(), 1);
}

void TestSignInView::aProfileForTheSystemsBrowserNeverShowsAPage()
{
    m_view->setBrowserKind(core::ProviderProfile::BrowserKind::System);
    open();
    QCOMPARE(m_systemBrowser, m_site->url(u"/authorize"_s));
    QVERIFY(engine::processes().empty());
}

void TestSignInView::aServerThatIsNotThereIsSaidInWords()
{
    LoopbackSite later;
    const QUrl gone = [] { return LoopbackSite().url(u"/authorize"_s); }();
    m_view->browser().open(gone, later.url(u"/cb"_s));
    QTRY_VERIFY_WITH_TIMEOUT(isShown(u"signInFailure"_s), enough);
    QTRY_VERIFY(engine::processes().empty());
    QVERIFY(button(u"tryAgainButton"_s)->isVisible());
    QVERIFY(isShown(u"openInBrowserButton"_s));
    QTest::mouseClick(button(u"tryAgainButton"_s), Qt::LeftButton);
    QVERIFY(!isShown(u"signInFailure"_s));
    QTRY_VERIFY_WITH_TIMEOUT(isShown(u"signInFailure"_s), enough);
}

void TestSignInView::aPageThatIsGoneIsShownAsItIs()
{
    open(u"/no-such-page"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_site->wasAsked(u"/no-such-page"_s), enough);
    QTRY_VERIFY_WITH_TIMEOUT(host()->isVisible(), enough);
    QVERIFY(!isShown(u"signInFailure"_s)); // the provider's own words about it are in that page
}

void TestSignInView::aBrowserThatDiesIsSaidAndCanBeTriedAgain()
{
    QVERIFY(openAndFocus());
    const auto before = engine::processes();
    QCOMPARE(::kill(static_cast<pid_t>(engine::browser()), SIGKILL), 0);
    QTRY_VERIFY(isShown(u"signInFailure"_s));
    QTRY_VERIFY(!engine::anyAlive(before));
    for (const engine::Process &each : before) // nor a zombie of ours
        QVERIFY(each.parent != QCoreApplication::applicationPid() || !QFile::exists(u"/proc/%1"_s.arg(each.id)));
    m_site->asked.clear();
    QTest::mouseClick(button(u"tryAgainButton"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_site->wasAsked(u"/focused"_s), enough);
}

void TestSignInView::aBrowserThatIsMissingIsSaid()
{
    const QByteArray program = qgetenv("LECTERN_BROWSER");
    qputenv("LECTERN_BROWSER", "/nowhere/lectern-browser");
    open();
    qputenv("LECTERN_BROWSER", program);
    QTRY_VERIFY(isShown(u"signInFailure"_s));
    QVERIFY(button(u"openInBrowserButton"_s)->isVisible());
}

void TestSignInView::aDebuggingPortMeansNoPage()
{
    qputenv("QTWEBENGINE_REMOTE_DEBUGGING", "0");
    open();
    qunsetenv("QTWEBENGINE_REMOTE_DEBUGGING");
    QVERIFY(isShown(u"signInFailure"_s));
    QVERIFY(engine::processes().empty());
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
        QTRY_COMPARE_WITH_TIMEOUT(title(), u"Acme"_s, enough);
        QCOMPARE(m_site->requests.size(), 1); // asked for anew, and no favicon
        QVERIFY(!m_site->requests.first().contains("session=alice"));
        m_view->browser().close();
    }
    const QDir home(qEnvironmentVariable("XDG_DATA_HOME"));
    QVERIFY2(!home.exists() || home.entryList({u"*Engine*"_s}, QDir::Dirs).isEmpty(), "nothing on the disk");
}

void TestSignInView::everyProcessGoesWithTheAttempt()
{
    QVERIFY(openAndFocus());
    const auto running = engine::processes();
    QVERIFY(running.size() > 2);
    QElapsedTimer timer;
    timer.start();
    m_view->browser().close();
    QTRY_VERIFY_WITH_TIMEOUT(!engine::anyAlive(running), 2000);
    qInfo("%zu processes gone after %lld ms", running.size(), timer.elapsed());
    QVERIFY(engine::processes().empty());
}

QTEST_MAIN(TestSignInView)
#include "tst_signinview.moc"
