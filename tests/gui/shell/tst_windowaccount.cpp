// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakepages.h"
#include "tests/support/identityfixture.h"
#include "tests/support/windowfixture.h"
#include "ui/library/librarypane.h"
#include "ui/pages/documentpane.h"
#include "ui/review/reviewactions.h"
#include "ui/review/reviewpane.h"
#include "ui/signin/signinpanel.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebar.h"

#include <QDesktopServices>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

// An engine that vouches for the user, besides the local one.
class AccountEngines final : public core::EngineSource
{
public:
    [[nodiscard]] std::shared_ptr<core::Engine> engine(const QString &) override { return nullptr; }
    [[nodiscard]] std::vector<core::Connection> connections() const override
    {
        core::Connection connection;
        connection.id = u"team"_s;
        connection.auth = {{u"kind"_s, u"account"_s}};
        return {connection};
    }
};

// The window with accounts: who may do what, and who sees what when.
class TestWindowAccount : public QObject
{
    Q_OBJECT

public slots:
    void openedBySystem(const QUrl &url) { m_start = url; }

private slots:
    void initTestCase() { QDesktopServices::setUrlHandler(u"https"_s, this, "openedBySystem"); }
    void cleanupTestCase() { QDesktopServices::unsetUrlHandler(u"https"_s); }
    void init();
    void cleanup()
    {
        m_window->window.reset();
        m_window.reset();
        m_identity.reset();
    }

    void anAccountWithoutAnOrganizationIsNamedByItsProfile();
    void aViewerLooksAndIsToldWhy();
    void aFileThatAViewerOpensIsShownOnlyAndSaidToBe();
    void aKeychainThatStayedLockedCanBeTriedAgain();
    void aReviewerMayDoEverything();
    void quitWorksWhileTheProvidersPageHasTheKeyboard();
    void withoutARoleThereIsAPageThatSaysWhomToAsk();
    void fromThatPageOneCanGoOnWithoutAnAccount();
    void filesDroppedWhileSigningInAreKept();
    void anEngineThatNeedsAnAccountAsksForOne();
    void whoDeclinesGoesOnOnThisComputer();
    void aFailedDocumentOffersAViewerNothing();
    void aSignOutByAnotherProgramIsSaid();
    void withoutAKeychainTheSessionIsSaidToBeForThisTimeOnly();
    void aSessionThatEndsIsSaidWhereItIsSeen();
    void thatASessionEndedIsSaidNoLongerThanItIsSo();
    void theNextAccountFindsNothingTypedOrSaidForTheOneBefore();
    void aKeychainThatTakesItsTimeCanBeGivenUpWhileSigningIn();

private:
    void signInAs(const QStringList &roles)
    {
        m_identity->provider.extraClaims.insert(u"roles"_s, QJsonArray::fromStringList(roles));
        const auto account = m_identity->signIn();
        QVERIFY2(account, account ? "" : qPrintable(account.error().detail));
    }
    [[nodiscard]] QAction *command(const QString &text) const
    {
        for (QAction *action : m_window->window->commands()) {
            if (action->text().startsWith(text))
                return action;
        }
        return nullptr;
    }
    [[nodiscard]] QWidget *page(const QString &name) const { return m_window->window->findChild<QWidget *>(name); }

    std::unique_ptr<IdentityFixture> m_identity;
    FakePages m_pages;
    std::unique_ptr<WindowFixture> m_window;
    QUrl m_start;
};

void TestWindowAccount::init()
{
    m_start.clear();
    m_identity = std::make_unique<IdentityFixture>();
    m_identity->profile.browser = core::ProviderProfile::BrowserKind::System;
    m_identity->profile.name = u"Acme"_s;
    m_identity->profile.contact = u"it@acme.example"_s;
    m_identity->profile.roles.claims = {u"roles"_s};
    m_identity->start();
    m_window = std::make_unique<WindowFixture>();
    QVERIFY(QTest::qWaitForWindowActive(&m_window->open(m_identity->accounts.get())));
}

void TestWindowAccount::anAccountWithoutAnOrganizationIsNamedByItsProfile()
{
    signInAs({u"reviewer"_s});
    const auto *button = m_window->window->findChild<QToolButton *>(u"accountButton"_s);
    QVERIFY2(button->accessibleName().endsWith(", Acme"_L1), qPrintable(button->accessibleName()));
    QCOMPARE(m_window->window->findChild<QLabel *>(u"accountOrganization"_s)->text(), u"Acme"_s);
    QCOMPARE(m_window->window->findChild<ui::ElidedLabel *>(u"ownerLabel"_s)->text(), u"Acme"_s);
}

void TestWindowAccount::quitWorksWhileTheProvidersPageHasTheKeyboard()
{
    qputenv("QTWEBENGINE_DISABLE_SANDBOX", "1"); // else nothing is opened for the system's administrator
    m_window = std::make_unique<WindowFixture>();
    m_identity->profile.browser = core::ProviderProfile::BrowserKind::Embedded;
    m_identity->start();
    m_window->providerPages = &m_pages;
    m_window->open(m_identity->accounts.get()).signIn();
    QTRY_VERIFY(m_pages.page);
    qunsetenv("QTWEBENGINE_DISABLE_SANDBOX");
    const QStringList keys = m_pages.orders.back().shortcuts;
    QVERIFY(keys.contains("Ctrl+K"_L1));
    QVERIFY(m_window->window->isVisible());
    emit m_pages.page->shortcutPressed(static_cast<int>(keys.indexOf("Ctrl+Q"_L1)));
    QTRY_VERIFY(!m_window->window->isVisible());
}

void TestWindowAccount::aViewerLooksAndIsToldWhy()
{
    m_window->addDocument(u"/a.pdf"_s);
    QTRY_COMPARE(m_window->window->review().chosen(), u"date"_s);
    signInAs({u"viewer"_s});
    m_window->window->library().choose(m_window->queue.rows().front().id);
    for (const QString &text : {u"Open documents"_s, u"Paste"_s, u"Try the sample"_s}) {
        QAction *action = command(text);
        QVERIFY2(action && !action->isEnabled(), qPrintable(text));
        QVERIFY(action->toolTip().contains(u"viewer"_s));
    }
    const auto &actions = m_window->window->review().actions();
    for (QAction *action : {actions.accept, actions.edit, actions.reject, actions.draw, actions.approve, actions.undo})
        QVERIFY2(!action->isEnabled(), qPrintable(action->text()));
    m_window->window->addFiles({u"/b.pdf"_s});
    QVERIFY(m_window->window->library().messages().text().contains(u"viewer"_s));
    QCOMPARE(m_window->queue.rows().size(), std::size_t(1));
    for (const auto *label : page(u"nothingOpenPage"_s)->findChildren<QLabel *>())
        QVERIFY2(!label->text().contains(u"Drop"_s), qPrintable(label->text()));
    QVERIFY(command(u"Export"_s)->isEnabled()); // looking includes taking along
}

void TestWindowAccount::aFileThatAViewerOpensIsShownOnlyAndSaidToBe()
{
    m_window->addDocument(u"/a.pdf"_s); // the library is not empty
    QTRY_COMPARE(m_window->queue.rows().size(), std::size_t(1));
    signInAs({u"viewer"_s});
    m_window->pages.add(u"/b.pdf"_s, 1);
    m_window->window->preview(u"/b.pdf"_s);
    m_window->window->addFiles({u"/b.pdf"_s});
    QTRY_COMPARE(m_window->window->pages().file(), u"/b.pdf"_s); // to be read
    QStringList words;
    for (const auto *label : m_window->window->review().findChildren<QLabel *>()) {
        if (label->isVisible())
            words += label->text();
    }
    const QString said = words.join(u'|');
    QVERIFY2(!said.contains(u"On its way"_s), qPrintable(said));
    QVERIFY2(said.contains(u"viewer"_s) && said.contains(u"not added"_s), qPrintable(said));
    QCOMPARE(m_window->queue.rows().size(), std::size_t(1));
    QVERIFY(m_window->window->library().messages().text().contains(u"viewer"_s));
}

// Of one organization: the library stays, what the other was looking for does not.
void TestWindowAccount::theNextAccountFindsNothingTypedOrSaidForTheOneBefore()
{
    m_window->addDocument(u"/a.pdf"_s);
    QTRY_COMPARE(m_window->queue.rows().size(), std::size_t(1));
    signInAs({u"reviewer"_s});
    auto *search = m_window->window->findChild<QLineEdit *>(u"librarySearch"_s);
    search->setText(u"words of the one"_s);
    QVERIFY(m_window->window->library().shown().empty());
    m_window->window->tell(u"The one's document.pdf could not be read."_s);
    m_window->window->review().messages().tell(ui::MessageBar::Kind::Success, u"Exported to the-ones.json."_s);
    m_identity->provider.subject = u"another"_s;
    m_identity->provider.userinfo.insert(u"sub"_s, u"another"_s);
    signInAs({u"reviewer"_s});
    QCOMPARE(search->text(), QString());
    QVERIFY(!search->isUndoAvailable()); // nor can it be brought back
    QCOMPARE(m_window->window->library().shown().size(), std::size_t(1));
    QCOMPARE(m_window->window->library().messages().text(), QString());
    QCOMPARE(m_window->window->review().messages().text(), QString());
}

void TestWindowAccount::thatASessionEndedIsSaidNoLongerThanItIsSo()
{
    signInAs({u"reviewer"_s});
    const QString first = m_identity->accounts->current()->id;
    m_identity->provider.subject = u"another"_s;
    m_identity->provider.userinfo.insert(u"sub"_s, u"another"_s);
    signInAs({u"reviewer"_s});
    emit m_identity->accounts->expired(m_identity->accounts->current()->id);
    const auto &messages = m_window->window->library().messages();
    QVERIFY(messages.text().contains(u"Your session has ended"_s));
    m_identity->accounts->switchTo(first);
    QTRY_COMPARE(m_identity->accounts->current()->id, first);
    QCOMPARE(messages.text(), QString());
}

void TestWindowAccount::aSignOutByAnotherProgramIsSaid()
{
    signInAs({u"reviewer"_s});
    m_identity->settings.values.clear();
    m_identity->secrets.entries.clear();
    m_identity->accounts->reconsider();
    QTRY_VERIFY(!m_identity->accounts->current());
    const auto &messages = m_window->window->library().messages();
    QVERIFY2(messages.text().contains(u"signed you out"_s), qPrintable(messages.text()));
    QCOMPARE(m_window->window->findChild<QToolButton *>(u"accountButton"_s)->text(), u"Sign in"_s);
}

void TestWindowAccount::withoutAKeychainTheSessionIsSaidToBeForThisTimeOnly()
{
    const auto *button = m_window->window->findChild<QToolButton *>(u"accountButton"_s);
    signInAs({u"reviewer"_s});
    QVERIFY(!button->text().contains(u"this session only"_s));
    m_identity->secrets.isAbsent = true;
    signInAs({u"reviewer"_s});
    QVERIFY(button->text().contains(u"this session only"_s));
    QVERIFY(button->toolTip().contains(u"keychain"_s));
}

// With no document yet, on the page that welcomes; with one, beside the list.
void TestWindowAccount::aSessionThatEndsIsSaidWhereItIsSeen()
{
    const auto endSession = [this] {
        signInAs({u"reviewer"_s});
        m_identity->clock.time = m_identity->clock.time.addSecs(590);
        m_identity->provider.refreshToken = "another";
        m_identity->provider.previousRefreshToken = "another";
        QVERIFY(!m_identity->token());
    };
    const ui::MessageBar &messages = m_window->window->library().messages();
    endSession();
    QVERIFY(page(u"welcomePage"_s)->isVisible());
    QTRY_VERIFY(messages.isVisible());
    QVERIFY(messages.text().contains(u"session has ended"_s));
    m_window->addDocument(u"/a.pdf"_s);
    QTRY_VERIFY(m_window->window->library().isVisible());
    endSession();
    QTRY_VERIFY(messages.isVisible() && messages.text().contains(u"session has ended"_s));
    QVERIFY(m_window->window->library().isAncestorOf(&messages));
}

void TestWindowAccount::aKeychainThatTakesItsTimeCanBeGivenUpWhileSigningIn()
{
    m_identity->accounts->setKeychainPatience(std::chrono::milliseconds(0), std::chrono::hours(1));
    m_window->window->signIn();
    QTRY_VERIFY(m_start.isValid());
    m_identity->secrets.isSilent = true;
    m_identity->listeners.deliver(m_identity->provider.authorize(m_start));
    ui::MessageBar &messages = m_window->window->library().messages();
    QTRY_VERIFY(messages.isVisible() && messages.text().contains(u"keychain"_s));
    const auto buttons = messages.findChildren<QPushButton *>();
    const auto goOn = std::ranges::find_if(
        buttons, [](const QPushButton *button) { return button->text().startsWith(u"Go on without"_s); });
    QVERIFY(goOn != buttons.end() && (*goOn)->isVisible());
    QTest::mouseClick(*goOn, Qt::LeftButton);
    QTRY_COMPARE(m_identity->accounts->state(), core::Accounts::State::SignedIn);
    QVERIFY(!m_identity->accounts->current()->kept);
}

void TestWindowAccount::aKeychainThatStayedLockedCanBeTriedAgain()
{
    signInAs({u"reviewer"_s});
    const QString account = m_identity->accounts->current()->id;
    m_identity->accounts->setAside();
    emit m_identity->accounts->restoreFailed({core::ErrorCode::KeychainUnavailable, u"locked"_s}, account);
    ui::MessageBar &messages = m_window->window->library().messages();
    QVERIFY2(messages.text().contains(u"still in it"_s), qPrintable(messages.text()));
    const auto buttons = messages.findChildren<QPushButton *>();
    const auto again = std::ranges::find(buttons, u"Try again"_s, &QPushButton::text);
    QVERIFY(again != buttons.end());
    (*again)->click();
    QTRY_COMPARE(m_identity->accounts->state(), core::Accounts::State::SignedIn);
}

void TestWindowAccount::aReviewerMayDoEverything()
{
    signInAs({u"reviewer"_s});
    QVERIFY(command(u"Open documents"_s)->isEnabled());
    QVERIFY(!command(u"Open documents"_s)->toolTip().contains(u"role"_s));
    m_window->addDocument(u"/a.pdf"_s);
    QTRY_COMPARE(m_window->queue.rows().size(), std::size_t(1));
}

void TestWindowAccount::withoutARoleThereIsAPageThatSaysWhomToAsk()
{
    signInAs({});
    QVERIFY(page(u"noRolePane"_s)->isVisible());
    QString said;
    for (const auto *label : page(u"noRolePane"_s)->findChildren<QLabel *>())
        said += label->text();
    QVERIFY(said.contains(u"it@acme.example"_s));
    for (const QString &text : {u"Open documents"_s, u"Export"_s, u"Next document"_s})
        QVERIFY2(!command(text)->isEnabled(), qPrintable(text));
    QVERIFY(!m_window->window->library().isVisible());
    QVERIFY(!page(u"statusLine"_s)->isVisible());
}

void TestWindowAccount::fromThatPageOneCanGoOnWithoutAnAccount()
{
    signInAs({});
    for (auto *button : page(u"noRolePane"_s)->findChildren<QPushButton *>()) {
        if (button->text() == "Work without an account"_L1)
            button->click();
    }
    QVERIFY(!m_identity->accounts->current());
    QVERIFY(!page(u"noRolePane"_s)->isVisible());
    QVERIFY(page(u"statusLine"_s)->isVisible());
    QVERIFY(command(u"Open documents"_s)->isEnabled());
}

void TestWindowAccount::filesDroppedWhileSigningInAreKept()
{
    QSignalSpy held(m_window->window.get(), &ui::MainWindow::filesHeld);
    QSignalSpy ended(m_window->window.get(), &ui::MainWindow::signInEnded);
    m_window->window->signIn();
    QTRY_VERIFY(m_start.isValid());
    m_window->window->addFiles({u"/a.pdf"_s, u"/b.pdf"_s});
    QCOMPARE(held.size(), 1);
    QCOMPARE(held.first().first().toStringList().size(), 2);
    QVERIFY(m_window->queue.rows().empty());
    m_identity->provider.extraClaims.insert(u"roles"_s, QJsonArray{u"reviewer"_s});
    m_identity->listeners.deliver(m_identity->provider.authorize(m_start));
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY(!m_window->window->isSigningIn());
    m_window->pages.add(u"/a.pdf"_s, 1);
    m_window->window->addFiles(held.first().first().toStringList());
    QTRY_COMPARE(m_window->queue.rows().size(), std::size_t(2));
}

void TestWindowAccount::anEngineThatNeedsAnAccountAsksForOne()
{
    AccountEngines engines;
    m_window->settings.set(core::Setting<QString>{QLatin1StringView("extraction/engine"), {}}, u"team"_s);
    ui::MainWindow window({m_window->queue,
                           m_window->store,
                           m_window->pages,
                           engines,
                           m_window->settings,
                           m_window->clock,
                           m_identity->accounts.get(),
                           {reviewdocument::schema()}});
    window.show();
    QSignalSpy held(&window, &ui::MainWindow::filesHeld);
    window.addFiles({u"/a.pdf"_s});
    QVERIFY(window.isSigningIn());
    QCOMPARE(held.size(), 1);
    QVERIFY(m_window->queue.rows().empty());
}

void TestWindowAccount::whoDeclinesGoesOnOnThisComputer()
{
    AccountEngines engines;
    m_window->window.reset();
    m_identity->profile.organization.mode = core::ProviderProfile::Organization::Mode::Optional; // so that it asks
    m_identity->start();
    m_window->settings.set(core::Setting<QString>{QLatin1StringView("extraction/engine"), {}}, u"team"_s);
    ui::MainWindow window({m_window->queue,
                           m_window->store,
                           m_window->pages,
                           engines,
                           m_window->settings,
                           m_window->clock,
                           m_identity->accounts.get(),
                           {reviewdocument::schema()}});
    window.show();
    window.addFiles({u"/a.pdf"_s});
    window.findChild<QPushButton *>(u"declineSignInButton"_s)->click();
    QVERIFY(!window.isSigningIn());
    m_window->pages.add(u"/a.pdf"_s, 1);
    window.addFiles({u"/a.pdf"_s});
    QTRY_COMPARE(m_window->queue.rows().size(), std::size_t(1));
    QCOMPARE(m_window->queue.rows().front().engine, u"local"_s);
}

void TestWindowAccount::aFailedDocumentOffersAViewerNothing()
{
    m_window->failure = core::Error{core::ErrorCode::BrokenDocument, u"xref"_s};
    m_window->addDocument(u"/a.pdf"_s);
    QTRY_COMPARE(m_window->queue.rows().size(), std::size_t(1));
    QTRY_COMPARE(m_window->queue.rows().front().state, core::DocumentState::Failed);
    const auto button = [this] {
        for (auto *each : m_window->window->review().findChildren<QPushButton *>()) {
            if (each->isVisible() && each->text() == "Try again"_L1)
                return true;
        }
        return false;
    };
    QTRY_VERIFY(button());
    signInAs({u"viewer"_s});
    m_window->window->library().choose(m_window->queue.rows().front().id);
    QVERIFY(!button());
}

QTEST_MAIN(TestWindowAccount)
#include "tst_windowaccount.moc"
