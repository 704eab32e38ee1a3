// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/storedsession.h"
#include "tests/support/identityfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

// Two people of one provider, each with an account on this machine.
class TestAccountSwitch : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_fixture = std::make_unique<IdentityFixture>();
        m_fixture->start();
    }

    void theOtherAccountIsCurrentWithoutAPage();
    void fromTheKeychainThereIsNoMomentWithNobody();
    void anAccountForThisSessionOnlyIsNotLost();
    void aSessionThatIsGoneAsksForASignIn();
    void signingOutOfTheOtherLeavesThisOne();
    void anUnknownAccountChangesNothing();
    void whoWasChosenLastIsThereAtTheNextStart();
    void anAccountThatIsSetAsideStaysKnown();

private:
    QString signInAs(const QString &subject)
    {
        setSubject(subject);
        const auto account = m_fixture->signIn();
        return account ? account->id : QString();
    }
    void setSubject(const QString &subject)
    {
        m_fixture->provider.subject = subject;
        m_fixture->provider.userinfo.insert(u"sub"_s, subject);
    }
    // The provider knows one refresh token at a time: it is to be that one's.
    void expect(const QString &subject, const QString &account)
    {
        setSubject(subject);
        if (const auto stored = m_fixture->secrets.entries.constFind(u"lectern/"_s + account);
            stored != m_fixture->secrets.entries.constEnd())
            m_fixture->provider.refreshToken = core::decodeSession(*stored)->refreshToken.reveal();
    }
    // The program ends and starts: no session is in memory but the one that comes back.
    void startAgain(const QString &subject, const QString &account)
    {
        expect(subject, account);
        m_fixture->start();
        m_fixture->accounts->restore();
        QTRY_COMPARE(current(), account);
        QTRY_VERIFY(m_fixture->token());
    }
    [[nodiscard]] QString current() const
    {
        const auto account = m_fixture->accounts->current();
        return account ? account->id : QString();
    }

    std::unique_ptr<IdentityFixture> m_fixture;
};

void TestAccountSwitch::theOtherAccountIsCurrentWithoutAPage()
{
    const QString a = signInAs(u"a"_s);
    const QString b = signInAs(u"b"_s);
    QVERIFY(!a.isEmpty() && !b.isEmpty() && a != b);
    QCOMPARE(m_fixture->accounts->known().size(), std::size_t(2));
    const int pages = m_fixture->browser.opened;
    expect(u"a"_s, a);
    m_fixture->accounts->switchTo(a);
    QTRY_COMPARE(current(), a);
    QCOMPARE(m_fixture->accounts->state(), core::Accounts::State::SignedIn);
    QCOMPARE(m_fixture->browser.opened, pages);
    QCOMPARE(m_fixture->accounts->known().size(), std::size_t(2));
}

void TestAccountSwitch::fromTheKeychainThereIsNoMomentWithNobody()
{
    const QString a = signInAs(u"a"_s);
    const QString b = signInAs(u"b"_s);
    startAgain(u"b"_s, b);
    QStringList seen;
    connect(m_fixture->accounts.get(), &core::Accounts::changed, this, [&] { seen += current(); });
    expect(u"a"_s, a);
    m_fixture->secrets.isSilent = true; // the keychain takes its time
    m_fixture->accounts->switchTo(a);
    QCOMPARE(current(), b);
    m_fixture->secrets.isSilent = false;
    m_fixture->secrets.answerAll();
    QTRY_COMPARE(current(), a);
    QVERIFY(!seen.contains(QString()));
}

void TestAccountSwitch::anAccountForThisSessionOnlyIsNotLost()
{
    m_fixture->secrets.isAbsent = true;
    const QString a = signInAs(u"a"_s);
    m_fixture->secrets.isAbsent = false;
    const QString b = signInAs(u"b"_s);
    QCOMPARE(m_fixture->accounts->known().size(), std::size_t(2));
    m_fixture->accounts->switchTo(a);
    QCOMPARE(current(), a); // at once: nobody has to be asked
    QVERIFY(!m_fixture->accounts->current()->kept);
    QVERIFY(m_fixture->token());
    expect(u"b"_s, b);
    m_fixture->accounts->switchTo(b);
    QTRY_COMPARE(current(), b);
    QVERIFY(IdentityFixture::answerOf(m_fixture->accounts->signOut(a)));
    QCOMPARE(m_fixture->accounts->known().size(), std::size_t(1));
    QCOMPARE(m_fixture->provider.revoked, 1);
}

void TestAccountSwitch::aSessionThatIsGoneAsksForASignIn()
{
    const QString a = signInAs(u"a"_s);
    const QString b = signInAs(u"b"_s);
    startAgain(u"b"_s, b);
    m_fixture->secrets.entries.remove(u"lectern/"_s + a);
    QSignalSpy expired(m_fixture->accounts.get(), &core::Accounts::expired);
    m_fixture->accounts->switchTo(a);
    QTRY_COMPARE(expired.size(), 1);
    QCOMPARE(expired.first().first().toString(), a);
    QCOMPARE(current(), b);
}

void TestAccountSwitch::signingOutOfTheOtherLeavesThisOne()
{
    const QString a = signInAs(u"a"_s);
    const QString b = signInAs(u"b"_s);
    QVERIFY(IdentityFixture::answerOf(m_fixture->accounts->signOut(a)));
    QCOMPARE(current(), b);
    QCOMPARE(m_fixture->accounts->known().size(), std::size_t(1));
    QVERIFY(!m_fixture->secrets.entries.contains(u"lectern/"_s + a));
    QVERIFY(m_fixture->secrets.entries.contains(u"lectern/"_s + b));
}

void TestAccountSwitch::anUnknownAccountChangesNothing()
{
    const QString a = signInAs(u"a"_s);
    QSignalSpy changed(m_fixture->accounts.get(), &core::Accounts::changed);
    m_fixture->accounts->switchTo(u"nobody"_s);
    m_fixture->accounts->switchTo(a); // is current already
    QVERIFY(!changed.wait(50));
    QCOMPARE(current(), a);
}

void TestAccountSwitch::whoWasChosenLastIsThereAtTheNextStart()
{
    const QString a = signInAs(u"a"_s);
    signInAs(u"b"_s);
    expect(u"a"_s, a);
    m_fixture->accounts->switchTo(a);
    QTRY_COMPARE(current(), a);
    m_fixture->start();
    m_fixture->accounts->restore();
    QTRY_COMPARE(m_fixture->accounts->state(), core::Accounts::State::SignedIn);
    QCOMPARE(current(), a);
}

void TestAccountSwitch::anAccountThatIsSetAsideStaysKnown()
{
    const QString a = signInAs(u"a"_s);
    m_fixture->accounts->setAside();
    QCOMPARE(current(), QString());
    QCOMPARE(m_fixture->accounts->state(), core::Accounts::State::SignedOut);
    QCOMPARE(m_fixture->accounts->known().size(), std::size_t(1));
    QCOMPARE(m_fixture->token().error().code, core::ErrorCode::SignInNeeded);
    expect(u"a"_s, a);
    m_fixture->accounts->switchTo(a);
    QTRY_COMPARE(current(), a);
    m_fixture->accounts->setAside();
    m_fixture->start();
    m_fixture->accounts->restore();
    QCOMPARE(m_fixture->accounts->state(), core::Accounts::State::SignedOut);
}

QTEST_GUILESS_MAIN(TestAccountSwitch)
#include "tst_accountswitch.moc"
