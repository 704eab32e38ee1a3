// SPDX-License-Identifier: GPL-3.0-or-later
// What the sign-in pane makes of what a page says. Where there is no X11 the page has a window of its own.
#include "tests/support/fakepages.h"
#include "ui/signin/loadfailure.h"
#include "ui/signin/originbar.h"
#include "ui/signin/pagehost.h"
#include "ui/signin/signinview.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QApplication>
#include <QDesktopServices>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using core::PageFailure;

class TestSignInStates : public QObject
{
    Q_OBJECT

public slots:
    void openedBySystem(const QUrl &url) { m_systemBrowser += url; }

private slots:
    void initTestCase()
    {
        QDesktopServices::setUrlHandler(u"https"_s, this, "openedBySystem");
        qputenv("QTWEBENGINE_DISABLE_SANDBOX", "1"); // else nothing is opened for the system's administrator
        ui::applyTheme(*qApp, ui::Appearance::Light);
    }
    void cleanupTestCase() { QDesktopServices::unsetUrlHandler(u"https"_s); }
    void init()
    {
        m_pages.orders.clear();
        m_systemBrowser.clear();
        m_view = std::make_unique<ui::SignInView>();
        m_view->setPages(&m_pages);
        m_view->resize(700, 500);
        m_view->show();
    }
    void cleanup() { m_view.reset(); }

    void thePageIsOrderedAsTheWindowIs();
    void aPageInAWindowOfItsOwnIsSpokenOf();
    void theOriginIsThePages();
    void nothingIsCalledSecureBeforeItHasCome();
    void everyFailureHasWordsAndEndsThePage_data();
    void everyFailureHasWordsAndEndsThePage();
    void aServerWithoutProofIsNotCalledSecure_data();
    void aServerWithoutProofIsNotCalledSecure();
    void anAuthorityThatCountsElsewhereIsSpokenOf_data();
    void anAuthorityThatCountsElsewhereIsSpokenOf();
    void withoutAPageNoConnectionIsCalledSecure();
    void whatAPageMayNotDoIsSaid();
    void aNoticeMovesNothing();
    void leavingThePageLeavesTheAttempt();
    void aCallForAPasskeyGoesOnInTheSystemsBrowserOnce();
    void aProfileForTheSystemsBrowserHasNoPageToGoBackTo();
    void theWindowsKeysWorkWhileThePageHasThem();
    void withoutABrowserThatIsSaid();
    void aHostTellsThePageWhereItIs();
    void aSheetHidesThePage();

private:
    void open()
    {
        m_view->browser().open(QUrl(u"https://login.acme.example/a?b=c"_s), QUrl(u"http://127.0.0.1:9/x"_s));
    }
    [[nodiscard]] bool shows(const QString &name) const { return m_view->findChild<QWidget *>(name)->isVisible(); }
    [[nodiscard]] QString message() const { return m_view->findChild<ui::MessageBar *>()->text(); }

    FakePages m_pages;
    QList<QUrl> m_systemBrowser;
    std::unique_ptr<ui::SignInView> m_view;
};

void TestSignInStates::thePageIsOrderedAsTheWindowIs()
{
    open();
    QCOMPARE(m_pages.orders.size(), 1U);
    const core::PageOrder &order = m_pages.orders.front();
    QCOMPARE(order.start, QUrl(u"https://login.acme.example/a?b=c"_s));
    QCOMPARE(order.redirect, QUrl(u"http://127.0.0.1:9/x"_s));
    QCOMPARE(order.window, quint64(0)); // nothing to be put into here
    QVERIFY(!order.dark);
    QVERIFY(!order.languages.isEmpty());
}

void TestSignInStates::aPageInAWindowOfItsOwnIsSpokenOf()
{
    open();
    QVERIFY(!shows(u"pageBeside"_s));
    emit m_pages.page->progressed(60);
    QVERIFY(shows(u"pageBeside"_s));
    QVERIFY(shows(u"openInBrowserButton"_s));
    QVERIFY(shows(u"cancelSignInButton"_s));
}

void TestSignInStates::theOriginIsThePages()
{
    const auto *origin = m_view->findChild<QLabel *>(u"originLabel"_s);
    open();
    QCOMPARE(origin->text(), u"login.acme.example"_s);
    emit m_pages.page->originChanged(QUrl(u"https://elsewhere.example:8443"_s));
    QCOMPARE(origin->text(), u"elsewhere.example:8443"_s);
}

void TestSignInStates::nothingIsCalledSecureBeforeItHasCome()
{
    const auto *bar = m_view->findChild<ui::OriginBar *>();
    const auto *origin = m_view->findChild<QLabel *>(u"originLabel"_s);
    open();
    QVERIFY(!bar->isSecure());
    emit m_pages.page->progressed(10);
    emit m_pages.page->originChanged(QUrl(u"https://elsewhere.example:8443"_s)); // where it is on its way to
    QVERIFY(!bar->isSecure());
    QCOMPARE(origin->accessibleName(), u"Page of elsewhere.example:8443, connecting…"_s);
    emit m_pages.page->progressed(60);
    QVERIFY(bar->isSecure());
    QCOMPARE(origin->accessibleName(), u"Page of elsewhere.example:8443, secure connection"_s);
    emit m_pages.page->originChanged(QUrl(u"https://next.example"_s)); // a page is there by then
    QVERIFY(bar->isSecure());
}

void TestSignInStates::everyFailureHasWordsAndEndsThePage_data()
{
    QTest::addColumn<PageFailure>("failure");
    QTest::addColumn<bool>("again");
    for (int each = 1; each <= static_cast<int>(core::lastPageFailure); ++each) {
        const auto failure = static_cast<PageFailure>(each);
        const bool lasts = failure == PageFailure::Watched || failure == PageFailure::NoSandbox;
        QTest::addRow("%d", each) << failure << !lasts;
    }
}

void TestSignInStates::everyFailureHasWordsAndEndsThePage()
{
    QFETCH(PageFailure, failure);
    QFETCH(bool, again);
    open();
    emit m_pages.page->failed(failure, u"login.acme.example"_s);
    QVERIFY(!m_pages.page);
    QVERIFY(shows(u"signInFailure"_s));
    QVERIFY(!ui::loadFailure(failure, u"x"_s).title.isEmpty());
    QVERIFY(!ui::loadFailure(failure, u"x"_s).text.isEmpty());
    QCOMPARE(shows(u"tryAgainButton"_s), again);
    QVERIFY(shows(u"openInBrowserButton"_s));
    if (!again)
        return;
    m_view->findChild<QPushButton *>(u"tryAgainButton"_s)->click();
    QVERIFY(m_pages.page);
    QVERIFY(!shows(u"signInFailure"_s));
}

void TestSignInStates::aServerWithoutProofIsNotCalledSecure_data()
{
    QTest::addColumn<PageFailure>("failure");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("code");
    const auto add = [](const char *name, PageFailure failure, const QString &reason, const QString &code) {
        QTest::newRow(name) << failure << reason << code;
    };
    add("for whatever reason", PageFailure::Certificate, u"is not valid,"_s, u"ERR_CERT_INVALID"_s);
    add("expired", PageFailure::CertificateExpired, u"has expired"_s, u"ERR_CERT_DATE_INVALID"_s);
    add("not valid yet", PageFailure::CertificateEarly, u"not valid yet"_s, u"ERR_CERT_DATE_INVALID"_s);
    add("another's", PageFailure::CertificateName, u"another name"_s, u"ERR_CERT_COMMON_NAME_INVALID"_s);
    add("of a stranger", PageFailure::CertificateAuthority, u"authority"_s, u"ERR_CERT_AUTHORITY_INVALID"_s);
    add("withdrawn", PageFailure::CertificateRevoked, u"withdrawn"_s, u"ERR_CERT_REVOKED"_s);
}

void TestSignInStates::aServerWithoutProofIsNotCalledSecure()
{
    QFETCH(PageFailure, failure);
    QFETCH(QString, reason);
    QFETCH(QString, code);
    open();
    emit m_pages.page->failed(failure, u"sso.acme.example:8443"_s); // where the start page led to
    const auto *origin = m_view->findChild<QLabel *>(u"originLabel"_s);
    QCOMPARE(origin->text(), u"sso.acme.example:8443"_s);
    QCOMPARE(origin->accessibleName(), u"Page of sso.acme.example:8443, certificate refused"_s);
    QVERIFY(!m_view->findChild<ui::OriginBar *>()->isSecure());
    QVERIFY(shows(u"originPicture"_s) && shows(u"originWarning"_s));
    QCOMPARE(m_view->findChild<QLabel *>(u"originWarning"_s)->text(), u"certificate refused"_s);
    const auto *pane = m_view->findChild<QWidget *>(u"signInFailure"_s);
    QVERIFY2(pane->accessibleDescription().contains(reason), qPrintable(pane->accessibleDescription()));
    auto *details = m_view->findChild<QPushButton *>(u"detailsButton"_s);
    const auto *detail = m_view->findChild<QLabel *>(u"detail"_s);
    QVERIFY(details->isVisible() && !detail->isVisible());
    details->click();
    QVERIFY(detail->isVisible());
    QVERIFY2(detail->text().contains(code) && detail->text().contains(u"sso.acme.example:8443"_s),
             qPrintable(detail->text()));
    m_view->findChild<QPushButton *>(u"tryAgainButton"_s)->click();
    QCOMPARE(origin->accessibleName(), u"Page of login.acme.example, connecting…"_s);
    emit m_pages.page->failed(PageFailure::Crashed, {});
    QVERIFY(!details->isVisible() && !detail->isVisible());
}

void TestSignInStates::anAuthorityThatCountsElsewhereIsSpokenOf_data()
{
    QTest::addColumn<QString>("authorities");
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("isForeign");
    QTest::newRow("none") << QString() << u"sso.acme.example"_s << false;
    QTest::newRow("another host") << u"ca.pem"_s << u"sso.acme.example:8443"_s << true;
    QTest::newRow("the provider's own") << u"ca.pem"_s << u"login.acme.example"_s << false;
    QTest::newRow("named in the profile") << u"ca.pem"_s << u"id.acme.example:8443"_s << false;
}

void TestSignInStates::anAuthorityThatCountsElsewhereIsSpokenOf()
{
    QFETCH(QString, authorities);
    QFETCH(QString, host);
    QFETCH(bool, isForeign);
    m_view->setCertificates({}, authorities, {u"id.acme.example"_s});
    open();
    emit m_pages.page->failed(PageFailure::CertificateAuthority, host);
    const QString said = m_view->findChild<QWidget *>(u"signInFailure"_s)->accessibleDescription();
    QVERIFY2(said.contains(u"own hosts only"_s) == isForeign, qPrintable(said));
    QVERIFY2(said.contains(u"endpoints"_s) == isForeign, qPrintable(said));
    QVERIFY2(said.contains(u"name it in the profile (extra_ca)"_s) != isForeign, qPrintable(said));
}

void TestSignInStates::withoutAPageNoConnectionIsCalledSecure()
{
    open();
    emit m_pages.page->failed(PageFailure::Unreachable, u"login.acme.example"_s);
    const auto *origin = m_view->findChild<QLabel *>(u"originLabel"_s);
    QCOMPARE(origin->text(), u"login.acme.example"_s);
    QCOMPARE(origin->accessibleName(), u"login.acme.example"_s);
    QVERIFY(!shows(u"originPicture"_s) && !shows(u"originWarning"_s));
}

void TestSignInStates::whatAPageMayNotDoIsSaid()
{
    open();
    emit m_pages.page->addressRefused(u"myapp:"_s);
    QVERIFY(message().contains(u"myapp:"_s));
    emit m_pages.page->ledNowhere();
    QVERIFY(message().contains(u"myapp:"_s)); // says more
    emit m_pages.page->popupRefused();
    QVERIFY(message().contains(u"another window"_s));
    emit m_pages.page->passkeySeen();
    QVERIFY(message().contains(u"passkey"_s));
}

void TestSignInStates::aNoticeMovesNothing()
{
    for (const QSize &size : {QSize(1300, 700), QSize(640, 300)}) {
        m_view->resize(size);
        open();
        emit m_pages.page->progressed(100);
        QCoreApplication::processEvents();
        QHash<QWidget *, QRect> before;
        const QList<QWidget *> parts{m_view->findChild<QWidget *>(u"openInBrowserButton"_s),
                                     m_view->findChild<QWidget *>(u"cancelSignInButton"_s),
                                     m_view->findChild<QStackedWidget *>()};
        for (QWidget *part : parts)
            before.insert(part, QRect(part->mapTo(m_view.get(), QPoint()), part->size()));
        QCOMPARE(before.size(), 3);
        QVERIFY(message().isEmpty());
        emit m_pages.page->popupRefused();
        QVERIFY(!message().isEmpty());
        QCoreApplication::processEvents();
        for (QWidget *part : parts)
            QCOMPARE(QRect(part->mapTo(m_view.get(), QPoint()), part->size()), before.value(part));
        const auto *notice = m_view->findChild<ui::MessageBar *>();
        QCOMPARE(notice->visibleRegion().boundingRect(), notice->rect()); // all of it is seen
        for (QWidget *part : parts)
            QVERIFY(!QRect(notice->mapTo(m_view.get(), QPoint()), notice->size()).intersects(before.value(part)));
        m_view->findChild<QPushButton *>(u"cancelSignInButton"_s)->click();
        m_view->browser().close();
    }
}

void TestSignInStates::leavingThePageLeavesTheAttempt()
{
    const QSignalSpy abandoned(&m_view->browser(), &core::Browser::abandoned);
    open();
    emit m_pages.page->leaveRequested();
    QCOMPARE(abandoned.size(), 1);
    m_view->browser().close();
    QVERIFY(!m_pages.page);
}

void TestSignInStates::aCallForAPasskeyGoesOnInTheSystemsBrowserOnce()
{
    open();
    emit m_pages.page->passkeyAsked();
    QCOMPARE(m_systemBrowser, QList{QUrl(u"https://login.acme.example/a?b=c"_s)});
    QVERIFY(!m_pages.page);
    QVERIFY(shows(u"waitingForBrowser"_s));
    QVERIFY2(message().contains("passkey"_L1) && message().contains("your browser"_L1), qPrintable(message()));
    const QSignalSpy tried(m_view.get(), &ui::SignInView::triedAgain);
    m_view->findChild<QPushButton *>(u"backToPageButton"_s)->click();
    QCOMPARE(tried.size(), 1);
    QVERIFY(m_pages.page);
    QVERIFY(message().isEmpty() && shows(u"openInBrowserButton"_s));
    emit m_pages.page->passkeyAsked(); // whoever went back knows
    QVERIFY(m_pages.page);
    QCOMPARE(m_systemBrowser.size(), 1);
    emit m_pages.page->passkeySeen(); // its text is looked at later than it calls
    QVERIFY2(message().contains("another way"_L1), qPrintable(message()));
    m_view->browser().close();
    open();
    emit m_pages.page->passkeyAsked(); // of the next attempt
    QCOMPARE(m_systemBrowser.size(), 2);
}

void TestSignInStates::aProfileForTheSystemsBrowserHasNoPageToGoBackTo()
{
    open();
    m_view->findChild<QPushButton *>(u"openInBrowserButton"_s)->click();
    QVERIFY(shows(u"backToPageButton"_s));
    m_view->browser().close();
    m_view->setBrowserKind(core::ProviderProfile::BrowserKind::System);
    open();
    QVERIFY(shows(u"waitingForBrowser"_s) && !shows(u"backToPageButton"_s));
    m_view->browser().close();
    m_view->setBrowserKind(core::ProviderProfile::BrowserKind::Embedded);
    m_view->browser().open(QUrl(u"https://accounts.google.com/a"_s), QUrl(u"http://127.0.0.1:9/x"_s));
    QVERIFY(shows(u"waitingForBrowser"_s) && !shows(u"backToPageButton"_s));
}

void TestSignInStates::theWindowsKeysWorkWhileThePageHasThem()
{
    QAction quit;
    quit.setShortcut(Qt::CTRL | Qt::Key_Q);
    QAction keyless;
    auto gone = std::make_unique<QAction>();
    gone->setShortcut(Qt::CTRL | Qt::Key_G);
    const QSignalSpy quits(&quit, &QAction::triggered);
    m_view->setActions({gone.get(), &keyless, &quit});
    gone.reset();
    open();
    QCOMPARE(m_pages.orders.back().shortcuts, QStringList({u"Ctrl+Shift+B"_s, u"Ctrl+Q"_s}));
    emit m_pages.page->shortcutPressed(7); // a page that has taken its browser over may say anything
    emit m_pages.page->shortcutPressed(-1);
    emit m_pages.page->shortcutPressed(1);
    QTRY_COMPARE(quits.size(), 1);
    quit.setEnabled(false);
    emit m_pages.page->shortcutPressed(1);
    QCoreApplication::processEvents();
    QCOMPARE(quits.size(), 1);
    emit m_pages.page->shortcutPressed(0);
    QTRY_COMPARE(m_systemBrowser.size(), 1);
    QVERIFY(shows(u"waitingForBrowser"_s));
    QVERIFY(m_view->findChild<QPushButton *>(u"openInBrowserButton"_s)->toolTip().contains("Ctrl+Shift+B"_L1));
}

void TestSignInStates::withoutABrowserThatIsSaid()
{
    m_view->setPages(nullptr);
    open();
    QVERIFY(shows(u"signInFailure"_s));
    QVERIFY(shows(u"openInBrowserButton"_s));
}

void TestSignInStates::aHostTellsThePageWhereItIs()
{
    FakePage page;
    QWidget window;
    window.resize(400, 300);
    auto *pane = new QWidget(&window);
    pane->setGeometry(10, 20, 300, 200);
    auto *host = new ui::PageHost(pane);
    host->setGeometry(5, 5, 100, 80);
    host->setPage(&page);
    QVERIFY(!page.isVisible);
    window.show();
    QVERIFY(page.isVisible);
    QCOMPARE(page.lastArea, QRect(15, 25, 100, 80));
    pane->move(50, 60); // it is moved along
    QCOMPARE(page.lastArea, QRect(55, 65, 100, 80));
    host->hide();
    QVERIFY(!page.isVisible);
    host->setPage(nullptr);
}

void TestSignInStates::aSheetHidesThePage()
{
    FakePage page;
    QWidget window;
    window.resize(400, 300);
    auto *host = new ui::PageHost(&window);
    host->setGeometry(5, 5, 100, 80);
    host->setPage(&page);
    window.show();
    QVERIFY(page.isVisible);
    auto *sheet = new ui::Sheet(u"Question"_s, &window);
    sheet->open();
    QVERIFY(!page.isVisible);
    sheet->close();
    QVERIFY(page.isVisible);
    host->setPage(nullptr);
}

QTEST_MAIN(TestSignInStates)
#include "tst_signinstates.moc"
