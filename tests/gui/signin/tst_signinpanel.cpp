// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/identityfixture.h"
#include "ui/signin/providerchoice.h"
#include "ui/signin/signinpanel.h"
#include "ui/signin/signinview.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QDesktopServices>
#include <QJsonArray>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using Mode = core::ProviderProfile::Organization::Mode;

// The panel over real accounts and a provider that the test plays; pages go to the "system browser", which the test is
// too.
class TestSignInPanel : public QObject
{
    Q_OBJECT

public slots:
    void openedBySystem(const QUrl &url) { m_start = url; }

private slots:
    void initTestCase()
    {
        ui::applyTheme(*qApp, ui::Appearance::Light);
        QDesktopServices::setUrlHandler(u"https"_s, this, "openedBySystem");
    }
    void cleanupTestCase() { QDesktopServices::unsetUrlHandler(u"https"_s); }
    void init()
    {
        m_start.clear();
        m_fixture = std::make_unique<IdentityFixture>();
        m_fixture->profile.name = u"Acme"_s;
        m_fixture->profile.browser = core::ProviderProfile::BrowserKind::System;
    }
    void cleanup()
    {
        m_panel.reset();
        m_fixture.reset();
    }

    void oneProviderNeedsNoChoice();
    void signingInEndsTheMatter();
    void cancellingLeadsBackAndSaysThatNothingChanged();
    void aRefusalIsSaidAndAnotherTryIsPossible();
    void aNoticeMovesNothingUnderThePointer();
    void aRequiredOrganizationIsAskedFor();
    void withoutARoleThereIsAPageThatSaysSo();
    void severalProvidersAreAChoice();
    void withoutAProviderThereIsAWayOn();
    void everythingWithFocusHasAName();
    void closingTheWindowMidwayIsSafe();
    void anotherAccountIsAskedForInTheAddress();
    void aStrangersBrowserIsSaidAndTheSystemsOffered();
    void signingOutEndsTheBrowsersSessionOfThatAccount();
    void aSignOutThatCouldNotBeDoneSaysHowToFinishIt();

private:
    void makePanel()
    {
        m_fixture->start();
        m_panel = std::make_unique<ui::SignInPanel>(*m_fixture->accounts);
        m_panel->resize(800, 600);
        m_panel->show();
    }
    void answer() { m_fixture->listeners.deliver(m_fixture->provider.authorize(m_start)); }
    template<typename T>
    [[nodiscard]] T *child(const QString &name) const
    {
        return m_panel->findChild<T *>(name);
    }
    [[nodiscard]] bool shows(const QString &name) const { return child<QWidget>(name)->isVisible(); }

    std::unique_ptr<IdentityFixture> m_fixture;
    std::unique_ptr<ui::SignInPanel> m_panel;
    QUrl m_start;
};

void TestSignInPanel::oneProviderNeedsNoChoice()
{
    makePanel();
    m_panel->start();
    QTRY_VERIFY(m_start.isValid());
    QVERIFY(shows(u"waitingForBrowser"_s));
    QVERIFY(m_panel->isSigningIn());
}

void TestSignInPanel::signingInEndsTheMatter()
{
    makePanel();
    QSignalSpy signedIn(m_panel.get(), &ui::SignInPanel::signedIn);
    QSignalSpy finished(m_panel.get(), &ui::SignInPanel::finished);
    m_panel->start();
    QTRY_VERIFY(m_start.isValid());
    answer();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(signedIn.first().first().value<core::Account>().issuer, m_fixture->provider.issuer);
    QVERIFY(!m_panel->view()->isOpen());
    QVERIFY(!m_panel->isSigningIn());
}

void TestSignInPanel::aNoticeMovesNothingUnderThePointer()
{
    m_fixture->profile.organization.mode = Mode::Optional;
    makePanel();
    m_panel->start();
    QCoreApplication::processEvents();
    const auto place = [this] { return child<QPushButton>(u"signInButton"_s)->mapTo(m_panel.get(), QPoint()); };
    const QPoint before = place();
    m_panel->tell(u"The link is opened when you are done here."_s);
    QCoreApplication::processEvents();
    const auto *notice = m_panel->findChild<ui::MessageBar *>(u"messageBar"_s);
    QVERIFY(notice->isVisible());
    QCOMPARE(notice->visibleRegion().boundingRect(), notice->rect());
    QCOMPARE(place(), before);
}

void TestSignInPanel::cancellingLeadsBackAndSaysThatNothingChanged()
{
    makePanel();
    m_panel->start();
    QTRY_VERIFY(m_start.isValid());
    child<QPushButton>(u"cancelSignInButton"_s)->click();
    QTRY_VERIFY(shows(u"providerChoice"_s));
    QVERIFY(m_panel->findChild<ui::MessageBar *>(u"messageBar"_s)->text().contains(u"nothing has changed"_s));
    m_start.clear();
    child<QPushButton>(u"signInButton"_s)->click();
    QTRY_VERIFY(m_start.isValid());
}

// Of the account that is left, whichever is the current one; one that was signed in to within the window has none.
void TestSignInPanel::signingOutEndsTheBrowsersSessionOfThatAccount()
{
    makePanel();
    const auto signIn = [this](const QString &subject) {
        m_fixture->provider.subject = subject;
        m_fixture->provider.userinfo.insert(u"sub"_s, subject);
        m_start.clear();
        m_panel->start();
        if (QTest::qWaitFor([this] { return m_start.isValid(); }))
            answer();
        (void)QTest::qWaitFor([this] { return m_fixture->accounts->state() == core::Accounts::State::SignedIn; });
        return m_fixture->accounts->current()->id;
    };
    const QString browsed = signIn(u"a"_s);
    m_fixture->browser.onOpen = [this](const QUrl &start) {
        m_fixture->listeners.deliver(m_fixture->provider.authorize(start));
    };
    m_fixture->provider.subject = u"b"_s; // elsewhere than in the user's own browser
    m_fixture->provider.userinfo.insert(u"sub"_s, u"b"_s);
    const auto other = m_fixture->signIn();
    QVERIFY(other && other->id != browsed && !other->browsed);

    m_start.clear();
    m_panel->signOut(browsed);
    QTRY_VERIFY(m_start.isValid());
    QCOMPARE(m_start.path(), u"/end"_s);
    QCOMPARE(m_fixture->accounts->current()->id, other->id);
    m_start.clear();
    m_panel->signOut(other->id);
    QTRY_COMPARE(m_fixture->provider.requestsTo(u"/revoke"_s), 2);
    QVERIFY(!QTest::qWaitFor([this] { return m_start.isValid(); }, 200));
}

void TestSignInPanel::aSignOutThatCouldNotBeDoneSaysHowToFinishIt()
{
    const auto account = m_fixture->signIn();
    makePanel();
    QSignalSpy warned(m_panel.get(), &ui::SignInPanel::warned);
    m_fixture->secrets.isAbsent = true;
    m_fixture->provider.instead = [](const core::HttpRequest &) { return core::fail(core::ErrorCode::Network); };
    m_panel->signOut(account->id);
    QTRY_COMPARE(warned.size(), 1);
    QVERIFY(warned.first().first().toString().contains(u"Unlock it and sign out again"_s));
}

void TestSignInPanel::aRefusalIsSaidAndAnotherTryIsPossible()
{
    m_fixture->provider.missingClaims = {u"iat"_s};
    makePanel();
    m_panel->start();
    QTRY_VERIFY(m_start.isValid());
    answer();
    QTRY_VERIFY(shows(u"providerChoice"_s));
    QVERIFY(m_panel->findChild<ui::MessageBar *>(u"messageBar"_s)->text().contains(u"can't be trusted"_s));
    m_fixture->provider.missingClaims.clear();
    QSignalSpy finished(m_panel.get(), &ui::SignInPanel::finished);
    m_start.clear();
    child<QPushButton>(u"signInButton"_s)->click();
    QTRY_VERIFY(m_start.isValid());
    answer();
    QTRY_COMPARE(finished.size(), 1);
}

void TestSignInPanel::aRequiredOrganizationIsAskedFor()
{
    m_fixture->profile.organization.mode = Mode::Required;
    makePanel();
    m_panel->start();
    QVERIFY(shows(u"providerChoice"_s));
    QVERIFY(!child<QPushButton>(u"signInButton"_s)->isEnabled());
    QTest::keyClicks(child<QLineEdit>(u"organizationLineEdit"_s), u"org_acme"_s);
    QVERIFY(child<QPushButton>(u"signInButton"_s)->isEnabled());
    QTest::keyClick(child<QLineEdit>(u"organizationLineEdit"_s), Qt::Key_Return);
    QTRY_VERIFY(m_start.isValid());
    QCOMPARE(QUrlQuery(m_start).queryItemValue(u"organization"_s), u"org_acme"_s);
}

void TestSignInPanel::withoutARoleThereIsAPageThatSaysSo()
{
    m_fixture->profile.roles.claims = {u"roles"_s};
    m_fixture->profile.roles.required = {u"reviewer"_s};
    m_fixture->provider.extraClaims = {{u"roles"_s, QJsonArray{u"guest"_s}}};
    makePanel();
    QSignalSpy signedIn(m_panel.get(), &ui::SignInPanel::signedIn);
    m_panel->start();
    QTRY_VERIFY(m_start.isValid());
    answer();
    QTRY_VERIFY(shows(u"noRolePage"_s));
    QVERIFY(signedIn.isEmpty());
    child<QPushButton>(u"noRoleSignOutButton"_s)->click();
    QTRY_VERIFY(!m_fixture->accounts->current());
    QVERIFY(shows(u"providerChoice"_s));
}

void TestSignInPanel::severalProvidersAreAChoice()
{
    core::ProviderProfile acme;
    acme.id = u"acme"_s;
    acme.name = u"Acme"_s;
    core::ProviderProfile bolt;
    bolt.id = u"bolt"_s;
    bolt.name = u"Bolt"_s;
    bolt.organization.mode = Mode::Optional;
    ui::ProviderChoice choice({acme, bolt});
    choice.show();
    QSignalSpy accepted(&choice, &ui::ProviderChoice::accepted);
    auto *organization = choice.findChild<QLineEdit *>(u"organizationLineEdit"_s);
    QVERIFY(choice.findChild<QComboBox *>(u"providerComboBox"_s)->isVisible());
    QVERIFY(!organization->isVisible());
    choice.choose(u"bolt"_s);
    QVERIFY(organization->isVisible());
    organization->setText(u" org_b "_s);
    choice.findChild<QPushButton *>(u"signInButton"_s)->click();
    QCOMPARE(accepted.first(), QVariantList({u"bolt"_s, u"org_b"_s}));
    choice.choose(u"acme"_s); // what was typed for the one is not sent to the other
    choice.findChild<QPushButton *>(u"signInButton"_s)->click();
    QCOMPARE(accepted.last(), QVariantList({u"acme"_s, QString()}));
}

void TestSignInPanel::withoutAProviderThereIsAWayOn()
{
    ui::ProviderChoice choice({});
    choice.show();
    QVERIFY(!choice.isComplete());
    QSignalSpy connected(&choice, &ui::ProviderChoice::connectRequested);
    QSignalSpy declined(&choice, &ui::ProviderChoice::declined);
    for (auto *button : choice.findChildren<QPushButton *>())
        button->click();
    QCOMPARE(connected.size(), 1);
    QCOMPARE(declined.size(), 1);
}

void TestSignInPanel::everythingWithFocusHasAName()
{
    m_fixture->profile.organization.mode = Mode::Optional;
    makePanel();
    for (QWidget *widget : m_panel->findChildren<QWidget *>()) {
        const bool isMessage = qobject_cast<ui::MessageBar *>(widget->parentWidget()); // nameless while it says nothing
        if (!(widget->focusPolicy() & Qt::TabFocus) || isMessage)
            continue;
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
        QVERIFY(spoken);
        if (widget->inherits("QLabel") || widget->inherits("QComboBoxPrivateContainer")
            || widget->inherits("QComboBoxListView"))
            continue;
        QVERIFY2(!spoken->text(QAccessible::Name).isEmpty(),
                 qPrintable(QLatin1StringView(widget->metaObject()->className()) + u' ' + widget->objectName()));
    }
}

void TestSignInPanel::closingTheWindowMidwayIsSafe()
{
    makePanel();
    m_panel->start();
    QTRY_VERIFY(m_start.isValid());
    m_panel.reset();
    answer(); // nobody is there to hear it
    QTRY_VERIFY(m_fixture->accounts->state() != core::Accounts::State::SigningIn);
}

void TestSignInPanel::anotherAccountIsAskedForInTheAddress()
{
    makePanel();
    m_panel->start(QString(), true);
    QTRY_VERIFY(m_start.isValid());
    QVERIFY(m_start.query().contains(u"prompt=select_account"_s));
    answer();
    QTRY_VERIFY(!m_panel->isSigningIn());
    m_start.clear();
    m_panel->start();
    QTRY_VERIFY(m_start.isValid());
    QVERIFY(!m_start.query().contains(u"prompt="_s)); // the next one is an ordinary one again
}

void TestSignInPanel::aStrangersBrowserIsSaidAndTheSystemsOffered()
{
    m_fixture->profile.privateMode.errors = {u"AADSTS53000"_s};
    m_fixture->profile.browser = core::ProviderProfile::BrowserKind::Embedded;
    // Answered before there is a page, so that no web engine is needed here.
    m_fixture->profile.pushedAuthorizationRequests = true;
    m_fixture->provider.discovery.insert(u"pushed_authorization_request_endpoint"_s, u"https://op.example/par"_s);
    m_fixture->provider.instead = [](const core::HttpRequest &request) {
        std::optional<core::Result<core::HttpResponse>> refused;
        if (request.url.path() == "/par"_L1)
            refused = core::HttpResponse{
                400, {}, R"({"error":"access_denied","error_description":"AADSTS53000: Device is not compliant"})"};
        return refused;
    };
    makePanel();
    m_panel->start();
    auto *bar = m_panel->findChild<ui::MessageBar *>(u"messageBar"_s);
    QTRY_VERIFY(bar->text().contains(u"knows this computer"_s));
    QVERIFY(!m_start.isValid());
    m_fixture->provider.instead = nullptr;
    bar->findChild<QPushButton *>()->click();
    QTRY_VERIFY(m_start.isValid()); // in the system's browser now
    QVERIFY(bar->isHidden());
    answer();
    QTRY_VERIFY(m_fixture->accounts->current());
}

QTEST_MAIN(TestSignInPanel)
#include "tst_signinpanel.moc"
