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
    card.setAccount(alice());
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
    card.setAccount(account);
    QVERIFY(shows(card, u"sessionOnlyBadge"_s));
    QCOMPARE(text(card, u"sessionOnlyBadge"_s), u"This session only"_s);
}

void TestAccountCard::howLongAccessLastsIsSaid()
{
    const ManualClock clock;
    core::Account account = alice();
    ui::AccountCard card;
    card.setClock(clock);
    card.setAccount(account);
    QVERIFY(!shows(card, u"accountLifetime"_s)); // the provider did not say
    account.expiresAt = clock.now().addSecs(600);
    card.setAccount(account);
    QVERIFY(text(card, u"accountLifetime"_s).startsWith(u"Access until"_s));
    account.expiresAt = clock.now().addSecs(-1);
    card.setAccount(account);
    QVERIFY(text(card, u"accountLifetime"_s).contains(u"run out"_s));
}

void TestAccountCard::theOtherAccountsAreOnePressAway()
{
    core::Account bob;
    bob.id = u"b1"_s;
    bob.name = u"Bob Brown"_s;
    bob.issuer = u"https://sso.bolt.example"_s;
    QCOMPARE(ui::accountText(bob), u"Bob Brown, sso.bolt.example"_s);
    QCOMPARE(ui::accountText(alice()), u"Alice Arnold, Acme"_s);
    ui::AccountCard card;
    card.setAccount(alice());
    QVERIFY(!shows(card, u"otherAccounts"_s));
    card.setOthers({bob});
    QVERIFY(shows(card, u"otherAccounts"_s));
    QSignalSpy chosen(&card, &ui::AccountCard::switchRequested);
    QSignalSpy out(&card, &ui::AccountCard::signOutRequested);
    QSignalSpy aside(&card, &ui::AccountCard::setAsideRequested);
    auto *use = card.findChild<QPushButton *>(u"useAccount-b1"_s);
    QVERIFY(use->accessibleName().contains(u"Bob Brown"_s));
    use->click();
    card.findChild<QToolButton *>(u"signOutAccount-b1"_s)->click();
    card.findChild<QPushButton *>(u"setAsideButton"_s)->click();
    QCOMPARE(chosen.first().first().toString(), u"b1"_s);
    QCOMPARE(out.first().first().toString(), u"b1"_s);
    QCOMPARE(aside.size(), 1);
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
    card.setAccount(account);
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
}

QTEST_MAIN(TestAccountCard)
#include "tst_accountcard.moc"
