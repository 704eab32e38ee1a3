// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/identityfixture.h"
#include "tests/support/windowfixture.h"
#include "ui/library/librarypane.h"
#include "ui/signin/proxysheet.h"
#include "ui/widgets/messagebar.h"

#include <QCheckBox>
#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

// A proxy wants a name and a password while the window is there.
class TestWindowProxy : public QObject
{
    Q_OBJECT

public slots:
    void openedBySystem(const QUrl &) { }

private slots:
    void initTestCase() { QDesktopServices::setUrlHandler(u"https"_s, this, "openedBySystem"); }
    void cleanupTestCase() { QDesktopServices::unsetUrlHandler(u"https"_s); }
    void init();
    void cleanup();

    void whatIsTypedIsTheAnswer();
    void rememberingIsAskedForAndDone();
    void manyRequestsAreOneSheet();
    void aWrongPasswordIsSaid();
    void cancellingIsAClearFailureWithAWayBack();
    void whoChangesTheirMindIsAskedAgainAsOftenAsTheyLike();
    void theWayBackAndANewQuestionAreOneSheet_data();
    void theWayBackAndANewQuestionAreOneSheet();
    void aNameWithAColonIsNone();
    void aKeychainThatDoesNotTakeItIsSaid();
    void signingInMayAskAgain();
    void everythingHasANameAndNothingIsShown();

private:
    [[nodiscard]] ui::ProxySheet *sheet() const { return m_window->window->findChild<ui::ProxySheet *>(); }
    [[nodiscard]] int sheets() const
    {
        const auto all = m_window->window->findChildren<ui::ProxySheet *>();
        return static_cast<int>(std::ranges::count_if(all, [](const auto *one) { return one->isVisible(); }));
    }
    [[nodiscard]] QLineEdit *field(const QString &name) const { return sheet()->findChild<QLineEdit *>(name); }
    [[nodiscard]] QPushButton *button(const QString &name) const { return sheet()->findChild<QPushButton *>(name); }
    void type(const QString &user, const QString &password) const
    {
        field(u"proxyUser"_s)->setText(user);
        field(u"proxyPassword"_s)->setText(password);
    }
    void enterThem() const
    {
        const auto buttons = m_window->window->library().messages().findChildren<QPushButton *>();
        const auto wayBack = std::ranges::find(buttons, u"Enter them"_s, &QPushButton::text);
        QVERIFY(wayBack != buttons.end());
        (*wayBack)->click();
    }
    [[nodiscard]] QString said() const { return m_window->window->library().messages().text(); }

    FakeSecretStore m_keychain;
    IdentityFixture m_identity;
    std::unique_ptr<core::ProxyDesk> m_desk;
    std::unique_ptr<WindowFixture> m_window;
    core::Async<> m_question;
};

void TestWindowProxy::init()
{
    m_keychain.entries.clear();
    m_keychain.isAbsent = false;
    m_desk = std::make_unique<core::ProxyDesk>(m_keychain);
    m_window = std::make_unique<WindowFixture>();
    m_window->proxies = m_desk.get();
    m_identity.profile.browser = core::ProviderProfile::BrowserKind::System;
    m_identity.browser.onOpen = {};
    m_identity.start();
    m_window->open(m_identity.accounts.get());
    QVERIFY(QTest::qWaitForWindowActive(m_window->window.get()));
    m_question = m_desk->ask(u"proxy.acme.test"_s, std::nullopt);
    QTRY_VERIFY(sheet() && sheet()->isVisible());
}

void TestWindowProxy::cleanup()
{
    m_window.reset();
    m_desk.reset();
}

void TestWindowProxy::whatIsTypedIsTheAnswer()
{
    QVERIFY(sheet()->findChild<QLabel *>(u"proxyWords"_s)->text().contains(u"proxy.acme.test"_s));
    QVERIFY(field(u"proxyUser"_s)->hasFocus());
    QTest::keyClicks(field(u"proxyUser"_s), u"alice"_s);
    QTest::keyClicks(field(u"proxyPassword"_s), u"PLANTED:p@ss"_s);
    QTest::keyClick(field(u"proxyPassword"_s), Qt::Key_Return);
    QVERIFY(IdentityFixture::answerOf(m_question));
    const core::ProxyLogin expected{u"alice"_s, core::Secret("PLANTED:p@ss")};
    QCOMPARE(m_desk->known().value(u"proxy.acme.test"_s), expected);
    QVERIFY(m_keychain.entries.isEmpty());
    QTRY_COMPARE(sheets(), 0);
}

void TestWindowProxy::rememberingIsAskedForAndDone()
{
    type(u"alice"_s, u"p:ss"_s);
    QVERIFY(!sheet()->findChild<QCheckBox *>()->isChecked());
    sheet()->findChild<QCheckBox *>()->click();
    button(u"proxyContinue"_s)->click();
    QTRY_COMPARE(m_keychain.entries.value(u"proxy/proxy.acme.test"_s).reveal(), QByteArray("alice:p:ss"));
}

void TestWindowProxy::manyRequestsAreOneSheet()
{
    const auto second = m_desk->ask(u"proxy.acme.test"_s, std::nullopt);
    QCoreApplication::processEvents();
    QCOMPARE(sheets(), 1);
    type(u"alice"_s, u"x"_s);
    button(u"proxyContinue"_s)->click();
    QVERIFY(IdentityFixture::answerOf(m_question));
    QVERIFY(IdentityFixture::answerOf(second));
}

void TestWindowProxy::aWrongPasswordIsSaid()
{
    QVERIFY(sheet()->findChild<ui::MessageBar *>()->text().isEmpty());
    type(u"alice"_s, u"wrong"_s);
    button(u"proxyContinue"_s)->click();
    QTRY_COMPARE(sheets(), 0);
    QTRY_VERIFY(!sheet());
    const auto again = m_desk->ask(u"proxy.acme.test"_s, m_desk->known().value(u"proxy.acme.test"_s));
    QTRY_COMPARE(sheets(), 1);
    QVERIFY(sheet()->findChild<ui::MessageBar *>()->text().contains(u"did not take"_s));
    QVERIFY(!again.isFinished());
    // The name is most often right: it stays, and the password alone is typed again.
    QCOMPARE(field(u"proxyUser"_s)->text(), u"alice"_s);
    QVERIFY(field(u"proxyPassword"_s)->text().isEmpty());
    QVERIFY(field(u"proxyPassword"_s)->hasFocus());
    QTest::keyClicks(field(u"proxyPassword"_s), u"right"_s);
    QTest::keyClick(field(u"proxyPassword"_s), Qt::Key_Return);
    QVERIFY(IdentityFixture::answerOf(again));
    QCOMPARE(m_desk->known().value(u"proxy.acme.test"_s), (core::ProxyLogin{u"alice"_s, core::Secret("right")}));
}

void TestWindowProxy::cancellingIsAClearFailureWithAWayBack()
{
    QTest::keyClick(sheet(), Qt::Key_Escape);
    QCOMPARE(IdentityFixture::answerOf(m_question).error(), core::proxyError(u"proxy.acme.test"_s));
    QVERIFY2(said().contains(u"proxy.acme.test"_s), qPrintable(said()));
    QTRY_VERIFY(!sheet());
    QCOMPARE(IdentityFixture::answerOf(m_desk->ask(u"proxy.acme.test"_s, std::nullopt)).error(),
             core::proxyError(u"proxy.acme.test"_s)); // without another question
    QVERIFY(!sheet());
    enterThem();
    QTRY_COMPARE(sheets(), 1);
    type(u"alice"_s, u"p"_s);
    button(u"proxyContinue"_s)->click();
    QVERIFY(IdentityFixture::answerOf(m_desk->ask(u"proxy.acme.test"_s, std::nullopt)));
    QVERIFY(said().isEmpty());
}

void TestWindowProxy::whoChangesTheirMindIsAskedAgainAsOftenAsTheyLike()
{
    for (int time = 0; time < 3; ++time) {
        QTRY_COMPARE(sheets(), 1);
        button(u"proxyCancel"_s)->click();
        QTRY_VERIFY(!sheet());
        enterThem();
    }
    QTRY_COMPARE(sheets(), 1);
    type(u"alice"_s, u"p"_s);
    button(u"proxyContinue"_s)->click();
    QVERIFY(IdentityFixture::answerOf(m_desk->ask(u"proxy.acme.test"_s, std::nullopt)));
}

void TestWindowProxy::theWayBackAndANewQuestionAreOneSheet_data()
{
    QTest::addColumn<bool>("questionFirst");
    QTest::newRow("the way back, then a question") << false;
    QTest::newRow("a question, then the way back") << true;
}

void TestWindowProxy::theWayBackAndANewQuestionAreOneSheet()
{
    QFETCH(bool, questionFirst);
    button(u"proxyCancel"_s)->click();
    QTRY_VERIFY(!sheet());
    m_desk->reconsider(); // somebody begins something new
    if (!questionFirst)
        enterThem();
    const auto question = m_desk->ask(u"proxy.acme.test"_s, std::nullopt);
    QTRY_COMPARE(sheets(), 1);
    if (questionFirst)
        enterThem();
    QVERIFY(!QTest::qWaitFor([this] { return sheets() > 1; }, 200));
    type(u"alice"_s, u"p"_s);
    button(u"proxyContinue"_s)->click();
    QVERIFY(IdentityFixture::answerOf(question));
    QTRY_COMPARE(sheets(), 0);
}

void TestWindowProxy::aNameWithAColonIsNone()
{
    QVERIFY(!button(u"proxyContinue"_s)->isEnabled());
    type(u"al:ice"_s, u"p"_s);
    QVERIFY(!button(u"proxyContinue"_s)->isEnabled());
    type(u"alice"_s, {});
    QVERIFY(button(u"proxyContinue"_s)->isEnabled()); // some have none
}

void TestWindowProxy::aKeychainThatDoesNotTakeItIsSaid()
{
    m_keychain.isAbsent = true;
    type(u"alice"_s, u"p"_s);
    sheet()->findChild<QCheckBox *>()->click();
    button(u"proxyContinue"_s)->click();
    QVERIFY(IdentityFixture::answerOf(m_question));
    QTRY_VERIFY2(said().contains(u"keychain"_s), qPrintable(said()));
}

void TestWindowProxy::signingInMayAskAgain()
{
    button(u"proxyCancel"_s)->click();
    QTRY_VERIFY(!sheet());
    m_window->window->signIn();
    const auto again = m_desk->ask(u"proxy.acme.test"_s, std::nullopt);
    QTRY_COMPARE(sheets(), 1);
    QVERIFY(!again.isFinished());
}

void TestWindowProxy::everythingHasANameAndNothingIsShown()
{
    QCOMPARE(field(u"proxyPassword"_s)->echoMode(), QLineEdit::Password);
    for (const QString &name : {u"proxyUser"_s, u"proxyPassword"_s})
        QVERIFY(!field(name)->accessibleName().isEmpty());
    QVERIFY(!sheet()->accessibleName().isEmpty());
}

QTEST_MAIN(TestWindowProxy)
#include "tst_windowproxy.moc"
