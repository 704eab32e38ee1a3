// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/manualclock.h"
#include "ui/signin/accountcard.h"
#include "ui/signin/avatar.h"
#include "ui/signin/originbar.h"
#include "ui/signin/otheraccounts.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace {

core::Account alice()
{
    core::Account account;
    account.id = u"a1"_s;
    account.name = u"Alice Arnold"_s;
    account.email = u"alice@acme.example"_s;
    account.organization = u"Acme"_s;
    account.roles = {u"reviewer"_s, u"archivist"_s};
    return account;
}

core::Account bob()
{
    core::Account account;
    account.id = u"b1"_s;
    account.name = u"Bob Brown"_s;
    account.issuer = u"https://sso.bolt.example"_s;
    return account;
}

core::Account carol()
{
    core::Account account;
    account.id = u"c1"_s;
    account.name = u"Carol Clark"_s;
    return account;
}

core::ProviderProfile profile(const QString &id, const QString &name)
{
    core::ProviderProfile made;
    made.id = id;
    made.name = name;
    return made;
}

// One person at a provider that has many on one host, and says nothing of organizations.
core::Account realm(const QString &id)
{
    core::Account account = alice();
    account.id = account.provider = id;
    account.issuer = u"https://sso.example/realms/"_s + id;
    account.organization.clear();
    return account;
}

} // namespace

class TestAccountCard : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { ui::applyTheme(*qApp, ui::Appearance::Light); }
    void whoIsSignedInIsShown();
    void aSessionThatIsNotKeptIsSaid();
    void howLongAccessLastsIsSaid();
    void theOtherAccountsAreOnePressAway();
    void anAccountIsNamedWithWhereItBelongs();
    void accountsOfOnePersonOnOneHostAreToldApart();
    void thoseThatWouldLookTheSameShowTheWholeAddress();
    void theCrossAsksBeforeItSignsOut_data();
    void theCrossAsksBeforeItSignsOut();
    void aQuestionIsForgottenWithTheMenu();
    void tabGoesAsTheEyeDoes();
    void aRowShowsThatItHasTheFocus();
    void signedOutOffersToSignIn();
    void aProvidersWordsAreNeverMarkup();
    void initialsAreTwoAtMost();
    void theOriginBarSaysWhatIsSecure();

private:
    static bool shows(const QWidget &card, const QString &name)
    {
        return card.findChild<QWidget *>(name)->isVisibleTo(&card);
    }
    static QString text(const QWidget &card, const QString &name) { return card.findChild<QLabel *>(name)->text(); }
};

void TestAccountCard::whoIsSignedInIsShown()
{
    ui::AccountCard card;
    card.setAccounts(alice(), {}, {});
    QCOMPARE(text(card, u"accountName"_s), u"Alice Arnold"_s);
    QCOMPARE(text(card, u"accountOrganization"_s), u"Acme"_s);
    QCOMPARE(text(card, u"accountRoles"_s), u"Reviewer, archivist"_s);
    QVERIFY(!shows(card, u"sessionOnlyBadge"_s));
    QSignalSpy signOut(&card, &ui::AccountCard::signOutRequested);
    card.findChild<QPushButton *>(u"signOutButton"_s)->click();
    QCOMPARE(signOut.first().first().toString(), u"a1"_s);
}

void TestAccountCard::aSessionThatIsNotKeptIsSaid()
{
    core::Account account = alice();
    account.kept = false;
    ui::AccountCard card;
    card.setAccounts(account, {}, {});
    QVERIFY(shows(card, u"sessionOnlyBadge"_s));
    QCOMPARE(text(card, u"sessionOnlyBadge"_s), u"This session only"_s);
}

void TestAccountCard::howLongAccessLastsIsSaid()
{
    const ManualClock clock;
    core::Account account = alice();
    ui::AccountCard card;
    card.setClock(clock);
    card.setAccounts(account, {}, {});
    QVERIFY(!shows(card, u"accountLifetime"_s)); // the provider did not say
    account.expiresAt = clock.now().addSecs(600);
    card.setAccounts(account, {}, {});
    QVERIFY(text(card, u"accountLifetime"_s).startsWith(u"Access until"_s));
    account.expiresAt = clock.now().addSecs(-1);
    card.setAccounts(account, {}, {});
    QVERIFY(text(card, u"accountLifetime"_s).contains(u"run out"_s));
}

void TestAccountCard::theOtherAccountsAreOnePressAway()
{
    ui::AccountCard card;
    card.setAccounts(alice(), {}, {});
    QVERIFY(!shows(card, u"otherAccounts"_s));
    card.setAccounts(alice(), {bob()}, {});
    QVERIFY(shows(card, u"otherAccounts"_s));
    QSignalSpy chosen(&card, &ui::AccountCard::switchRequested);
    QSignalSpy out(&card, &ui::AccountCard::signOutRequested);
    QSignalSpy aside(&card, &ui::AccountCard::setAsideRequested);
    auto *use = card.findChild<QPushButton *>(u"useAccount-b1"_s);
    QVERIFY(use->accessibleName().contains(u"Bob Brown"_s));
    use->click();
    card.findChild<QPushButton *>(u"confirmSignOut-b1"_s)->click();
    card.findChild<QPushButton *>(u"setAsideButton"_s)->click();
    QCOMPARE(chosen.first().first().toString(), u"b1"_s);
    QCOMPARE(out.first().first().toString(), u"b1"_s);
    QCOMPARE(aside.size(), 1);
}

void TestAccountCard::anAccountIsNamedWithWhereItBelongs()
{
    const auto named = [](const core::Account &account, const std::vector<core::ProviderProfile> &profiles) {
        return ui::accountText(account, ui::accountPlaces({account}, profiles).value(account.id));
    };
    QCOMPARE(named(alice(), {profile(u"one"_s, u"Org one"_s)}), u"Alice Arnold, Acme"_s);
    QCOMPARE(named(realm(u"one"_s), {profile(u"one"_s, u"Org one"_s)}), u"Alice Arnold, Org one"_s);
    QCOMPARE(named(bob(), {}), u"Bob Brown, sso.bolt.example"_s);
    QCOMPARE(named(carol(), {}), u"Carol Clark"_s);
}

void TestAccountCard::accountsOfOnePersonOnOneHostAreToldApart()
{
    ui::AccountCard card;
    card.setAccounts(realm(u"one"_s), {realm(u"admin"_s)},
                     {profile(u"one"_s, u"Org one"_s), profile(u"admin"_s, u"Admin org"_s)});
    QCOMPARE(text(card, u"accountOrganization"_s), u"Org one"_s);
    QCOMPARE(card.accountText(), u"Alice Arnold, Org one"_s);
    const auto *use = card.findChild<QPushButton *>(u"useAccount-admin"_s);
    QCOMPARE(use->text(), u"Alice Arnold\nAdmin org"_s);
    QCOMPARE(use->accessibleName(), u"Go over to Alice Arnold, Admin org"_s);
    QVERIFY(use->minimumHeight() >= 2 * use->fontMetrics().lineSpacing());
    const auto *out = card.findChild<QToolButton *>(u"signOutAccount-admin"_s);
    QCOMPARE(out->accessibleName(), u"Sign out Alice Arnold, Admin org…"_s);
    const auto *sure = card.findChild<QPushButton *>(u"confirmSignOut-admin"_s);
    QCOMPARE(sure->text(), u"Sign out Alice Arnold\nAdmin org"_s);
}

void TestAccountCard::thoseThatWouldLookTheSameShowTheWholeAddress()
{
    const std::vector profiles{profile(u"one"_s, u"Acme"_s), profile(u"admin"_s, u"Acme"_s)};
    ui::AccountCard card;
    card.setAccounts(realm(u"one"_s), {realm(u"admin"_s)}, profiles);
    QCOMPARE(text(card, u"accountOrganization"_s), u"Acme, https://sso.example/realms/one"_s);
    const auto *use = card.findChild<QPushButton *>(u"useAccount-admin"_s);
    QCOMPARE(use->text(), u"Alice Arnold\nAcme, https://sso.example/realms/admin"_s);
    QCOMPARE(use->accessibleName(), u"Go over to Alice Arnold, Acme, https://sso.example/realms/admin"_s);
    core::Account namesake = realm(u"one"_s); // at the same provider
    namesake.id = u"n1"_s;
    namesake.email = u"alice2@acme.example"_s;
    card.setAccounts(realm(u"one"_s), {namesake}, profiles);
    QCOMPARE(text(card, u"accountOrganization"_s), u"Acme, alice@acme.example"_s);
    QCOMPARE(card.findChild<QPushButton *>(u"useAccount-n1"_s)->text(), u"Alice Arnold\nAcme, alice2@acme.example"_s);
    card.setAccounts(realm(u"one"_s), {bob()}, profiles); // nobody to be taken for
    QCOMPARE(text(card, u"accountOrganization"_s), u"Acme"_s);
}

// By pointer and keyboard alike.
void TestAccountCard::theCrossAsksBeforeItSignsOut_data()
{
    QTest::addColumn<int>("key"); // 0: the pointer
    QTest::newRow("pointer") << 0;
    QTest::newRow("space") << static_cast<int>(Qt::Key_Space);
}

void TestAccountCard::theCrossAsksBeforeItSignsOut()
{
    QFETCH(int, key);
    ui::AccountCard card;
    card.setAccounts(alice(), {bob()}, {});
    card.show();
    QVERIFY(QTest::qWaitForWindowActive(&card));
    const QSignalSpy out(&card, &ui::AccountCard::signOutRequested);
    const auto press = [key](QWidget *button) {
        button->setFocus();
        if (key == 0)
            QTest::mouseClick(button, Qt::LeftButton);
        else
            QTest::keyClick(button, static_cast<Qt::Key>(key));
    };
    auto *cross = card.findChild<QToolButton *>(u"signOutAccount-b1"_s);
    auto *sure = card.findChild<QPushButton *>(u"confirmSignOut-b1"_s);
    auto *keep = card.findChild<QToolButton *>(u"keepAccount-b1"_s);
    QVERIFY(cross->accessibleName().startsWith("Sign out Bob Brown"_L1) && cross->accessibleName().endsWith(u'…'));
    QVERIFY(cross->isVisible() && !sure->isVisible());
    press(cross);
    QVERIFY(out.isEmpty());
    QVERIFY(sure->isVisible() && keep->isVisible() && !cross->isVisible());
    QVERIFY(sure->accessibleName().startsWith("Sign out Bob Brown"_L1));
    QVERIFY(keep->accessibleName().contains("Bob Brown"_L1));
    QVERIFY(keep->hasFocus()); // pressed twice in one place, nothing has happened
    press(keep);
    QVERIFY(out.isEmpty() && cross->isVisible() && cross->hasFocus());
    press(cross);
    press(sure);
    QCOMPARE(out.size(), 1);
    QCOMPARE(out.first().first().toString(), u"b1"_s);
}

void TestAccountCard::aQuestionIsForgottenWithTheMenu()
{
    ui::AccountCard card;
    card.setAccounts({}, {bob()}, {});
    card.show();
    card.findChild<QToolButton *>(u"signOutAccount-b1"_s)->click();
    card.hide();
    card.show();
    QVERIFY(shows(card, u"signOutAccount-b1"_s) && !shows(card, u"confirmSignOut-b1"_s));
}

void TestAccountCard::tabGoesAsTheEyeDoes()
{
    ui::AccountCard card;
    card.setAccounts(alice(), {bob()}, {});
    card.setAccounts(alice(), {bob(), carol()}, {}); // as often as accounts change
    card.show();
    QVERIFY(QTest::qWaitForWindowActive(&card));
    QStringList chain; // from its beginning, which is where a menu begins
    for (const QWidget *next = card.nextInFocusChain(); next != &card; next = next->nextInFocusChain()) {
        if (next->focusPolicy() != Qt::NoFocus && next->isVisible())
            chain += next->objectName();
    }
    card.findChild<QPushButton *>(u"useAccount-b1"_s)->setFocus();
    QStringList reached;
    for (int i = 0; i < 7; ++i) {
        reached += QApplication::focusWidget()->objectName();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QCOMPARE(reached,
             QStringList({u"useAccount-b1"_s, u"signOutAccount-b1"_s, u"useAccount-c1"_s, u"signOutAccount-c1"_s,
                          u"accountSignInButton"_s, u"setAsideButton"_s, u"signOutButton"_s}));
    QCOMPARE(chain, reached);
    QPoint last(-1, -1);
    for (const QString &name : reached) {
        const auto *control = card.findChild<QWidget *>(name);
        const QPoint place = control->mapTo(&card, QPoint());
        QVERIFY2(place.y() > last.y() || (place.y() >= last.y() - 8 && place.x() > last.x()), qPrintable(name));
        last = place;
    }
}

void TestAccountCard::aRowShowsThatItHasTheFocus()
{
    ui::AccountCard card;
    card.setAccounts(alice(), {bob()}, {});
    card.show();
    QVERIFY(QTest::qWaitForWindowActive(&card));
    const QColor mark = card.palette().color(QPalette::Highlight);
    for (const QString &name : {u"useAccount-b1"_s, u"signOutAccount-b1"_s, u"accountSignInButton"_s}) {
        auto *control = card.findChild<QWidget *>(name);
        const auto marked = [control, mark] {
            const QImage picture = control->grab().toImage();
            int pixels = 0;
            for (int x = 0; x < picture.width(); ++x)
                pixels += picture.pixelColor(x, 0) == mark || picture.pixelColor(x, 1) == mark ? 1 : 0;
            return pixels > picture.width() / 2;
        };
        card.findChild<QWidget *>(u"signOutButton"_s)->setFocus();
        QVERIFY2(!marked(), qPrintable(name));
        control->setFocus(Qt::TabFocusReason);
        QVERIFY2(marked(), qPrintable(name));
    }
}

void TestAccountCard::signedOutOffersToSignIn()
{
    ui::AccountCard card;
    QVERIFY(!shows(card, u"signOutButton"_s));
    QVERIFY(!shows(card, u"accountOrganization"_s));
    QSignalSpy signIn(&card, &ui::AccountCard::signInRequested);
    card.findChild<QPushButton *>(u"accountSignInButton"_s)->click();
    QCOMPARE(signIn.size(), 1);
}

void TestAccountCard::aProvidersWordsAreNeverMarkup()
{
    core::Account account = alice();
    account.name = u"<b>Alice</b>"_s;
    ui::AccountCard card;
    card.setAccounts(account, {}, {});
    QCOMPARE(card.findChild<QLabel *>(u"accountName"_s)->textFormat(), Qt::PlainText);
}

void TestAccountCard::initialsAreTwoAtMost()
{
    QCOMPARE(ui::initialsOf(u"Alice Beth Arnold"_s), u"AA"_s);
    QCOMPARE(ui::initialsOf(u"alice"_s), u"A"_s);
    QCOMPARE(ui::initialsOf(u"  "_s), u"?"_s);
}

void TestAccountCard::theOriginBarSaysWhatIsSecure()
{
    ui::OriginBar bar;
    const auto *origin = bar.findChild<QLabel *>(u"originLabel"_s);
    bar.showOrigin(QUrl(u"https://login.example/x"_s));
    QVERIFY(bar.isSecure());
    QVERIFY(!shows(bar, u"originWarning"_s));
    QVERIFY(origin->accessibleName().contains(u"secure"_s));
    bar.showOrigin(QUrl(u"http://login.example/x"_s));
    QVERIFY(!bar.isSecure());
    QCOMPARE(text(bar, u"originWarning"_s), u"not secure"_s);
    QVERIFY(origin->accessibleName().contains(u"not secure"_s));
    bar.showOrigin(QUrl(u"about:blank"_s)); // between two pages the last origin stays
    QCOMPARE(origin->text(), u"http://login.example"_s);
    bar.showComing(QUrl(u"https://login.example/x"_s));
    QVERIFY(!bar.isSecure() && shows(bar, u"originPicture"_s));
    QCOMPARE(origin->accessibleName(), u"Page of login.example, connecting…"_s);
    bar.showComing(QUrl(u"http://login.example/x"_s));
    QCOMPARE(text(bar, u"originWarning"_s), u"not secure"_s);
    bar.showUnproven(u"login.example:8443"_s);
    QVERIFY(!bar.isSecure() && shows(bar, u"originPicture"_s));
    QCOMPARE(origin->accessibleName(), u"Page of login.example:8443, certificate refused"_s);
    bar.showOrigin(QUrl(u"about:blank"_s));
    QVERIFY(!bar.isSecure() && shows(bar, u"originWarning"_s));
    bar.showOrigin(QUrl(u"https://login.example:8443/x"_s));
    QVERIFY(bar.isSecure() && !shows(bar, u"originWarning"_s));
}

QTEST_MAIN(TestAccountCard)
#include "tst_accountcard.moc"
