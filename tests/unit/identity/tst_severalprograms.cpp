// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/session.h"
#include "tests/support/fakerefreshlocks.h"
#include "tests/support/identityfixture.h"

#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using core::ErrorCode;
using State = core::Accounts::State;

namespace {

// Two programs of one user: one provider, one keychain, one list of accounts, one lock.
struct TwoPrograms : IdentityFixture {
    TwoPrograms()
    {
        locks = &shared;
        provider.hasGrace = false; // a token that is spent twice ends everything
    }

    // Signed in here, restored there; both have had a token, and it is stale.
    void begin()
    {
        QVERIFY(signIn());
        other = std::make_unique<core::Accounts>(
            core::IdentityPorts{provider, secrets, signatures, listeners, settings, clock, after, &signer, locks},
            std::vector{profile});
        other->restore();
        QVERIFY(answerOf(other->tokens().accessToken({})));
        QVERIFY(token());
        pass(590);
        before = provider.requestsTo(u"/token"_s);
    }

    // What has been asked for is sent and not answered.
    void holdRefresh()
    {
        const int fetched = provider.requestsTo(u"/jwks"_s);
        QTRY_COMPARE(provider.requestsTo(u"/jwks"_s), fetched + 1); // what the answer will be checked with
        provider.answerAll();
        QTRY_COMPARE(refreshes(), 1);
    }

    void pass(int seconds) { clock.time = clock.time.addSecs(seconds); }
    int refreshes() { return provider.requestsTo(u"/token"_s) - before; }
    core::StoredSession stored() const { return *core::decodeSession(*secrets.entries.begin()); }

    FakeRefreshLocks shared;
    std::unique_ptr<core::Accounts> other;
    int before = 0;
};

} // namespace

class TestSeveralPrograms : public QObject
{
    Q_OBJECT

private slots:
    void twoProgramsMakeOneRequest()
    {
        TwoPrograms f;
        f.begin();
        const auto one = f.accounts->tokens().accessToken({});
        const auto two = f.other->tokens().accessToken({});
        const auto first = f.answerOf(one);
        const auto second = f.answerOf(two);
        QVERIFY(first && second);
        QCOMPARE(first->reveal(), second->reveal());
        QCOMPARE(f.refreshes(), 1);
        QTRY_VERIFY(f.shared.taken.isEmpty());
    }

    void manyRoundsSpendNoTokenTwice()
    {
        TwoPrograms f;
        f.begin();
        QSignalSpy expired(f.accounts.get(), &core::Accounts::expired);
        QSignalSpy alsoExpired(f.other.get(), &core::Accounts::expired);
        for (int round = 1; round <= 20; ++round) {
            const auto one = f.accounts->tokens().accessToken({});
            const auto two = f.other->tokens().accessToken({});
            QVERIFY(f.answerOf(two) && f.answerOf(one));
            QCOMPARE(f.refreshes(), round);
            f.pass(590);
        }
        QVERIFY(expired.isEmpty() && alsoExpired.isEmpty());
    }

    void whoComesLaterTakesTheTokenThatIsThere()
    {
        TwoPrograms f;
        f.begin();
        const auto first = f.token();
        f.pass(100);
        const auto second = f.answerOf(f.other->tokens().accessToken({}));
        QCOMPARE(second->reveal(), first->reveal());
        QCOMPARE(f.refreshes(), 1);
        QCOMPARE(f.other->current()->expiresAt, f.clock.time.addSecs(500));
    }

    void aTokenWithAShortLifeIsTakenToo()
    {
        TwoPrograms f;
        f.provider.lifetime = 60;
        f.begin();
        const auto first = f.token();
        f.pass(20);
        const auto second = f.answerOf(f.other->tokens().accessToken({}));
        QVERIFY(first && second);
        QCOMPARE(second->reveal(), first->reveal());
        QCOMPARE(f.refreshes(), 1);
    }

    void aTokenThatIsAboutToEndIsNotTaken()
    {
        TwoPrograms f;
        f.begin();
        const auto first = f.token();
        f.pass(530);
        const auto second = f.answerOf(f.other->tokens().accessToken({}));
        QVERIFY(second->reveal() != first->reveal());
        QCOMPARE(f.refreshes(), 2);
    }

    void aTokenThatAnEndpointRefusedIsNotTakenAgain()
    {
        TwoPrograms f;
        f.begin();
        const auto first = f.token();
        QCOMPARE(f.answerOf(f.other->tokens().accessToken({}))->reveal(), first->reveal());
        f.accounts->tokens().rejected(*first);
        f.other->tokens().rejected(*first);
        const auto next = f.token();
        QVERIFY(next->reveal() != first->reveal());
        QCOMPARE(f.answerOf(f.other->tokens().accessToken({}))->reveal(), next->reveal());
        QCOMPARE(f.refreshes(), 2);
    }

    void theGenerationGrowsWithEveryRefresh()
    {
        TwoPrograms f;
        f.begin();
        const qint64 generation = f.stored().generation;
        QVERIFY(f.token());
        QCOMPARE(f.stored().generation, generation + 1);
        QCOMPARE(f.stored().refreshToken.reveal(), f.provider.refreshToken);
    }

    void aLockThatIsHeldIsWaitedForWithoutHoldingAnything()
    {
        TwoPrograms f;
        f.begin();
        auto held = *f.shared.tryTake(f.accounts->current()->id);
        const auto token = f.accounts->tokens().accessToken({});
        QTRY_VERIFY(f.shared.asked > 4); // the event loop runs
        QVERIFY(!token.isFinished());
        QCOMPARE(f.refreshes(), 0);
        held.reset();
        QVERIFY(f.answerOf(token));
        QCOMPARE(f.refreshes(), 1);
    }

    void aLockThatIsHeldForEverEndsTheWaitNotTheSession()
    {
        TwoPrograms f;
        f.start();
        f.accounts->setRefreshPatience({}, 1ms);
        f.begin();
        const auto held = *f.shared.tryTake(f.accounts->current()->id);
        QCOMPARE(f.token().error().code, ErrorCode::Timeout);
        QCOMPARE(f.accounts->state(), State::SignedIn);
        QCOMPARE(f.refreshes(), 0);
    }

    void aPatienceThatIsSetLaterCountsForTheSessionThatIsThere()
    {
        TwoPrograms f;
        f.begin();
        f.accounts->setRefreshPatience({}, 1ms);
        const auto held = *f.shared.tryTake(f.accounts->current()->id);
        const auto outcome = f.token();
        QCOMPARE(outcome.error().code, ErrorCode::Timeout);
        QVERIFY2(outcome.error().detail.contains(u"another program"_s), qPrintable(outcome.error().detail));
        QCOMPARE(f.accounts->state(), State::SignedIn);
    }

    // Else the other program's refresh would be written over the new sign-in, or wipe it.
    void whoSignsInWaitsForARefreshThatIsUnderWay()
    {
        TwoPrograms f;
        f.begin();
        const core::Secret before = f.stored().refreshToken;
        auto held = *f.shared.tryTake(f.accounts->current()->id);
        const auto attempt = f.accounts->signIn(f.profile.id, {}, f.browser, {});
        QTRY_VERIFY(f.shared.asked > 4);
        QVERIFY(!attempt.isFinished());
        QCOMPARE(f.stored().refreshToken, before);
        held.reset();
        QVERIFY(f.answerOf(attempt));
        QCOMPARE(f.stored().refreshToken.reveal(), f.provider.refreshToken);
        QTRY_VERIFY(f.shared.taken.isEmpty());
    }

    // The entry is wiped under the lock, and what the provider gives without a question is written after that.
    void aSilentSignInWritesAfterTheWiping()
    {
        TwoPrograms f;
        f.begin();
        f.accounts->setHiddenBrowser(&f.browser);
        f.provider.refreshToken = "another";
        const auto token = f.token();
        QVERIFY2(token, token ? "" : qPrintable(token.error().detail));
        QCOMPARE(f.secrets.entries.size(), 1);
        QCOMPARE(f.stored().refreshToken.reveal(), f.provider.refreshToken);
        QTRY_VERIFY(f.shared.taken.isEmpty());
    }

    // An account that is set aside in the middle of its refresh keeps the lock until the new token is kept.
    void aSessionThatIsSetAsideStillHoldsTheOthersOff()
    {
        TwoPrograms f;
        f.begin();
        const QString account = f.accounts->current()->id;
        f.provider.isSilent = true;
        const auto own = f.accounts->tokens().accessToken({});
        f.holdRefresh();
        f.accounts->setAside();
        const auto theirs = f.other->tokens().accessToken({});
        QTRY_VERIFY(f.shared.asked > 4);
        QVERIFY(!theirs.isFinished());
        f.provider.isSilent = false;
        f.provider.answerAll();
        const auto token = f.answerOf(own);
        QVERIFY(token);
        QCOMPARE(f.answerOf(theirs)->reveal(), token->reveal());
        QCOMPARE(f.refreshes(), 1);
        f.accounts->switchTo(account);
        QCOMPARE(f.token()->reveal(), token->reveal());
        QCOMPARE(f.refreshes(), 1);
    }

    void withoutAFolderForLocksTheSessionGoesOn()
    {
        TwoPrograms f;
        f.begin();
        f.shared.isBroken = true;
        QVERIFY(f.token());
    }

    void aBareTokenOfAnEarlierVersionIsRefreshed()
    {
        TwoPrograms f;
        f.begin();
        f.secrets.entries.begin().value() = core::Secret(f.provider.refreshToken);
        QVERIFY(f.token());
        QCOMPARE(f.stored().refreshToken.reveal(), f.provider.refreshToken);
    }

    void whoSignsOutElsewhereIsSignedOutHere()
    {
        TwoPrograms f;
        f.begin();
        QSignalSpy expired(f.other.get(), &core::Accounts::expired);
        QVERIFY(f.answerOf(f.accounts->signOut(f.accounts->current()->id)));
        QCOMPARE(f.answerOf(f.other->tokens().accessToken({})).error().code, ErrorCode::SignInNeeded);
        QCOMPARE(expired.size(), 1);
    }

    void whoSignsOutWaitsForARefreshThatIsUnderWay()
    {
        TwoPrograms f;
        f.begin();
        f.provider.isSilent = true;
        const auto token = f.other->tokens().accessToken({});
        f.holdRefresh();
        const auto page = f.accounts->signOut(f.accounts->current()->id);
        QTRY_VERIFY(f.shared.asked > 4);
        f.provider.isSilent = false;
        f.provider.answerAll();
        QVERIFY(f.answerOf(page));
        QVERIFY(f.secrets.entries.isEmpty());
        QVERIFY(f.provider.refreshToken.isEmpty()); // the one that the other program had just got
    }

    void aRevokedUserIsToldOnceInEachProgramAndTheEntryGoes()
    {
        TwoPrograms f;
        f.begin();
        QSignalSpy expired(f.accounts.get(), &core::Accounts::expired);
        f.provider.refreshToken = "another";
        QCOMPARE(f.token().error().code, ErrorCode::SignInNeeded);
        QTRY_VERIFY(f.secrets.entries.isEmpty());
        QTRY_VERIFY(f.shared.taken.isEmpty());
        QCOMPARE(f.token().error().code, ErrorCode::SignInNeeded);
        QCOMPARE(expired.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestSeveralPrograms)
#include "tst_severalprograms.moc"
