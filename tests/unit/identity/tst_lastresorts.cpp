// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/form.h"
#include "core/identity/session.h"
#include "tests/support/identityfixture.h"

#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using core::ErrorCode;
using State = core::Accounts::State;

// What happens between an answer that was lost and a question to the user.
class TestLastResorts : public QObject
{
    Q_OBJECT

    static void begin(IdentityFixture &f)
    {
        f.start();
        f.accounts->setRefreshPatience({0ms, 0ms}, 1s);
        QVERIFY(f.signIn());
        f.clock.time = f.clock.time.addSecs(590);
    }

    static QString promptOf(const QUrl &page)
    {
        return core::decodeForm(page.query(QUrl::FullyEncoded).toLatin1())->fields.value(u"prompt"_s);
    }

private slots:
    void aThousandCutAnswersForceNobodyToSignIn()
    {
        IdentityFixture f;
        begin(f);
        f.provider.graceSeconds = 30;
        f.provider.missingTokenMembers = {u"id_token"_s}; // a thousand signatures prove nothing more
        QSignalSpy expired(f.accounts.get(), &core::Accounts::expired);
        int failed = 0;
        for (int round = 0; round < 1000; ++round) {
            // Every answer is cut at least once, every tenth as often as it is asked for: then the next caller asks.
            f.provider.loseAnswers = round % 10 == 0 ? 3 : 1 + round % 2;
            auto token = f.token();
            if (!token) {
                QCOMPARE(token.error().code, ErrorCode::Network);
                ++failed;
                f.clock.time = f.clock.time.addSecs(20);
                token = f.token();
            }
            QVERIFY2(token, qPrintable(u"round %1"_s.arg(round)));
            f.clock.time = f.clock.time.addSecs(590);
        }
        QCOMPARE(failed, 100);
        QVERIFY(expired.isEmpty());
        QCOMPARE(f.accounts->state(), State::SignedIn);
        QCOMPARE(f.browser.opened, 1); // the one in the beginning
    }

    void aThousandCutAnswersOfAStrictProviderMakeOneQuestion()
    {
        IdentityFixture f;
        f.provider.hasGrace = false;
        begin(f);
        QSignalSpy expired(f.accounts.get(), &core::Accounts::expired);
        for (int round = 0; round < 1000; ++round) {
            f.provider.loseAnswers = 1;
            QCOMPARE(f.token().error().code, ErrorCode::SignInNeeded);
            f.clock.time = f.clock.time.addSecs(590);
        }
        QCOMPARE(expired.size(), 1);
        QCOMPARE(f.accounts->known().size(), 1U); // nothing of the account is lost
    }

    void aProviderThatStillKnowsTheUserNeedsNoQuestion()
    {
        IdentityFixture f;
        f.provider.hasGrace = false;
        begin(f);
        FakeBrowser hidden;
        hidden.onOpen = f.browser.onOpen;
        f.accounts->setHiddenBrowser(&hidden);
        QVERIFY(f.signIn()); // a new session, with the hidden browser
        f.clock.time = f.clock.time.addSecs(590);
        QSignalSpy expired(f.accounts.get(), &core::Accounts::expired);
        f.provider.loseAnswers = 1;
        QVERIFY(f.token());
        QCOMPARE(hidden.opened, 1);
        QCOMPARE(promptOf(hidden.lastStart), u"none"_s);
        QVERIFY(!hidden.isOpen);
        QVERIFY(expired.isEmpty());
        QVERIFY(f.accounts->current()->kept);
        const auto entry = core::decodeSession(*f.secrets.entries.begin());
        QCOMPARE(entry->refreshToken.reveal(), f.provider.refreshToken);
        QVERIFY(promptOf(f.browser.lastStart).isEmpty());
    }

    void aProviderThatWantsToAskMakesOneQuestion()
    {
        IdentityFixture f;
        f.provider.hasGrace = false;
        begin(f);
        FakeBrowser hidden;
        hidden.onOpen = [&f](const QUrl &start) {
            auto response = f.provider.authorize(start);
            response.remove(u"code"_s);
            response.insert(u"error"_s, u"login_required"_s);
            f.listeners.deliver(response);
        };
        f.accounts->setHiddenBrowser(&hidden);
        QVERIFY(f.signIn());
        f.clock.time = f.clock.time.addSecs(590);
        QSignalSpy expired(f.accounts.get(), &core::Accounts::expired);
        f.provider.loseAnswers = 1;
        QCOMPARE(f.token().error().code, ErrorCode::SignInNeeded);
        QTRY_COMPARE(expired.size(), 1);
        QCOMPARE(hidden.opened, 1);
    }

    void aProviderThatTakesNoEmbeddedPageIsNotAskedUnseen()
    {
        IdentityFixture f;
        f.provider.hasGrace = false;
        f.profile.browser = core::ProviderProfile::BrowserKind::System;
        begin(f);
        FakeBrowser hidden;
        hidden.onOpen = f.browser.onOpen;
        f.accounts->setHiddenBrowser(&hidden);
        QSignalSpy expired(f.accounts.get(), &core::Accounts::expired);
        f.provider.loseAnswers = 1;
        QCOMPARE(f.token().error().code, ErrorCode::SignInNeeded);
        QTRY_COMPARE(expired.size(), 1);
        QCOMPARE(hidden.opened, 0);
    }

    void signingOutEndsWhatIsBeingAskedUnseen()
    {
        IdentityFixture f;
        f.provider.hasGrace = false;
        begin(f);
        FakeBrowser hidden; // shows its page and waits
        f.accounts->setHiddenBrowser(&hidden);
        QVERIFY(f.signIn());
        f.clock.time = f.clock.time.addSecs(590);
        f.provider.loseAnswers = 1;
        const auto token = f.accounts->tokens().accessToken({});
        QTRY_VERIFY(hidden.isOpen);
        const int before = f.provider.requestsTo(u"/token"_s);
        const auto left = f.accounts->signOut(f.accounts->current()->id);
        QVERIFY(!hidden.isOpen);
        f.listeners.deliver(f.provider.authorize(hidden.lastStart)); // the page answers all the same
        QTRY_VERIFY(left.isFinished());
        QCOMPARE(f.provider.requestsTo(u"/token"_s), before);
        QVERIFY(f.secrets.entries.isEmpty());
        QVERIFY(!f.accounts->current());
    }

    void signingOutForgetsWhatTheProviderKnewTheUserBy()
    {
        IdentityFixture f;
        begin(f);
        f.accounts->providerSessions() = {{f.profile.id, core::Secret("cookies")}, {u"other"_s, core::Secret("others")}};
        const auto left = f.accounts->signOut(f.accounts->current()->id);
        QCOMPARE(f.accounts->providerSessions().keys(), QStringList{u"other"_s});
    }

    void somebodyElseAtTheProviderIsNotThisAccount()
    {
        IdentityFixture f;
        f.provider.hasGrace = false;
        begin(f);
        FakeBrowser hidden;
        hidden.onOpen = f.browser.onOpen;
        f.accounts->setHiddenBrowser(&hidden);
        QVERIFY(f.signIn());
        f.clock.time = f.clock.time.addSecs(590);
        f.provider.loseAnswers = 1;
        f.provider.subject = u"user-2"_s;
        f.provider.userinfo.insert(u"sub"_s, u"user-2"_s);
        const auto writes = f.provider.issued.size();
        QCOMPARE(f.token().error().code, ErrorCode::SignInNeeded);
        QVERIFY(f.provider.issued.size() > writes); // it did answer
        QTRY_VERIFY(f.secrets.entries.isEmpty());
    }

    void thisSessionOnlyWritesNothing()
    {
        IdentityFixture f;
        QVERIFY(f.signIn()); // kept
        QVERIFY(!f.secrets.entries.isEmpty());
        const auto account = f.signIn({.keep = false});
        QVERIFY(account && !account->kept);
        QVERIFY(f.secrets.entries.isEmpty()); // what was kept of it before goes too
        f.clock.time = f.clock.time.addSecs(590);
        QVERIFY(f.token());
        QVERIFY(f.secrets.entries.isEmpty());
        f.start();
        f.accounts->restore();
        QCOMPARE(f.accounts->state(), State::SignedOut);
    }
};

QTEST_GUILESS_MAIN(TestLastResorts)
#include "tst_lastresorts.moc"
