// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/renewal.h"
#include "tests/support/identityfixture.h"

#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using State = core::Accounts::State;

class TestRenewal : public QObject
{
    Q_OBJECT

    // Time passes, and the program looks at the clock as its timer would.
    static void pass(IdentityFixture &f, int seconds)
    {
        for (int left = seconds; left > 0; left -= 30) {
            f.clock.time = f.clock.time.addSecs(std::min(left, 30));
            f.accounts->wake();
        }
    }

    static int refreshes(const IdentityFixture &f) { return f.provider.requestsTo(u"/token"_s) - 1; }

private slots:
    void aTokenInUseIsRenewedBeforeItsEnd()
    {
        IdentityFixture f;
        QVERIFY(f.signIn());
        const auto first = f.token();
        pass(f, 500); // of 600: a minute and a half before its end is the earliest
        QCOMPARE(refreshes(f), 0);
        pass(f, 39);
        pass(f, 1);
        QTRY_COMPARE(refreshes(f), 1);
        QTRY_VERIFY(f.accounts->current()->expiresAt == f.clock.time.addSecs(600));
        QVERIFY(f.token()->reveal() != first->reveal());
        QCOMPARE(refreshes(f), 1); // nobody had to wait for it
    }

    void computersDoNotRenewAtTheSameMoment()
    {
        QSet<qint64> moments;
        for (int i = 0; i < 8; ++i) {
            ManualClock clock;
            core::Renewal renewal(clock, nullptr);
            QSignalSpy due(&renewal, &core::Renewal::due);
            renewal.tokenArrived(3600s);
            renewal.used();
            const QDateTime begin = clock.time;
            while (due.isEmpty() && begin.msecsTo(clock.time) < 3'600'000) {
                clock.time = clock.time.addMSecs(begin.msecsTo(clock.time) < 3'500'000 ? 20'000 : 50);
                renewal.look();
            }
            QCOMPARE(due.size(), 1);
            const qint64 moment = begin.msecsTo(clock.time);
            QVERIFY2(moment >= 3'510'000 && moment <= 3'540'050, qPrintable(QString::number(moment)));
            moments += moment;
        }
        QVERIFY(moments.size() > 1);
    }

    void anIdleAccountIsLeftAlone()
    {
        IdentityFixture f;
        QVERIFY(f.signIn());
        pass(f, 7200);
        QCOMPARE(refreshes(f), 0);
        QVERIFY(f.token()); // whoever comes then gets a new one
        QCOMPARE(refreshes(f), 1);
    }

    void aRenewedTokenThatNobodyAsksForIsTheLastOne()
    {
        IdentityFixture f;
        QVERIFY(f.signIn());
        QVERIFY(f.token());
        pass(f, 541);
        QTRY_COMPARE(refreshes(f), 1);
        QTRY_VERIFY(f.accounts->current()->expiresAt == f.clock.time.addSecs(600));
        pass(f, 7200);
        QCOMPARE(refreshes(f), 1);
    }

    void aSleepPutsTheRenewalOffForAMoment()
    {
        IdentityFixture f;
        QVERIFY(f.signIn());
        QVERIFY(f.token());
        f.clock.time = f.clock.time.addSecs(8 * 3600);
        f.accounts->wake(); // the network is not up yet, and everybody wakes
        QCOMPARE(refreshes(f), 0);
        f.clock.time = f.clock.time.addSecs(4);
        f.accounts->wake();
        QTRY_COMPARE(refreshes(f), 1);
    }

    void aClockThatIsSetChangesNothing()
    {
        class SetClock final : public core::Clock
        {
        public:
            [[nodiscard]] QDateTime now() const override { return wall; }
            [[nodiscard]] std::chrono::milliseconds steady() const override { return passed; }
            QDateTime wall{QDate(2024, 5, 7), QTime(10, 0), Qt::UTC};
            std::chrono::milliseconds passed{1h};
        };
        SetClock clock;
        core::Renewal renewal(clock, nullptr);
        QSignalSpy due(&renewal, &core::Renewal::due);
        renewal.tokenArrived(600s);
        renewal.used();
        clock.wall = clock.wall.addDays(1);
        renewal.look();
        QVERIFY(due.isEmpty());
        clock.wall = clock.wall.addDays(-2);
        for (int i = 0; i < 19; ++i) {
            clock.passed += 30s;
            renewal.look();
        }
        QCOMPARE(due.size(), 1);
    }

    void whenTheNetworkReturnsALostRefreshIsRepeatedAtOnce()
    {
        IdentityFixture f;
        core::Reachability network;
        f.network = &network;
        QVERIFY(f.signIn());
        f.clock.time = f.clock.time.addSecs(595);
        f.provider.loseAnswers = 3;
        QCOMPARE(f.token().error().code, core::ErrorCode::Network);
        const int before = refreshes(f);
        f.clock.time = f.clock.time.addSecs(1);
        emit network.returned();
        QTRY_COMPARE(refreshes(f), before + 1);
        QTRY_VERIFY(f.accounts->current()->expiresAt == f.clock.time.addSecs(600));
        QCOMPARE(f.accounts->state(), State::SignedIn);
    }

    void aReturningNetworkAloneRefreshesNothing()
    {
        IdentityFixture f;
        core::Reachability network;
        f.network = &network;
        QVERIFY(f.signIn());
        QVERIFY(f.token());
        emit network.returned();
        QCOMPARE(refreshes(f), 0);
    }

    void repetitionsComeLaterAndLater()
    {
        ManualClock clock;
        core::Renewal renewal(clock, nullptr);
        QSignalSpy due(&renewal, &core::Renewal::due);
        renewal.tokenArrived(600s);
        renewal.used();
        for (const int earliest : {2, 4, 8, 16}) {
            renewal.failed();
            clock.time = clock.time.addMSecs(earliest * 1000 - 10);
            renewal.look();
            QVERIFY(due.isEmpty());
            clock.time = clock.time.addMSecs(earliest * 250 + 20);
            renewal.look();
            QCOMPARE(due.size(), 1);
            due.clear();
        }
    }
};

QTEST_GUILESS_MAIN(TestRenewal)
#include "tst_renewal.moc"
