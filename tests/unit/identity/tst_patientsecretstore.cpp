// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/patientsecretstore.h"
#include "tests/support/identityfixture.h"

#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class TestPatientSecretStore : public QObject
{
    Q_OBJECT

private slots:
    void aQuickAnswerIsPassedOn()
    {
        FakeSecretStore keychain;
        core::PatientSecretStore patient(keychain);
        patient.setPatience(0ms, 1h);
        QSignalSpy waiting(&patient, &core::PatientSecretStore::waiting);
        QVERIFY(IdentityFixture::answerOf(patient.write(u"k"_s, core::Secret("v"))));
        QCOMPARE(IdentityFixture::answerOf(patient.read(u"k"_s))->reveal(), QByteArray("v"));
        QVERIFY(IdentityFixture::answerOf(patient.remove(u"k"_s)));
        QCOMPARE(IdentityFixture::answerOf(patient.read(u"k"_s)).error().code, core::ErrorCode::NotFound);
    }

    void waitingIsSaidOnceForSeveralQuestions()
    {
        FakeSecretStore keychain;
        keychain.isSilent = true;
        core::PatientSecretStore patient(keychain);
        patient.setPatience(1ms, 1h);
        QSignalSpy waiting(&patient, &core::PatientSecretStore::waiting);
        const auto one = patient.read(u"a"_s);
        const auto two = patient.read(u"b"_s);
        QTRY_COMPARE(waiting.size(), 1);
        keychain.answerAll();
        QTRY_COMPARE(waiting.size(), 2);
        QVERIFY(one.isFinished() && two.isFinished());
    }

    void aLateWriteCountsOnlyWhenItIsTheNewest()
    {
        FakeSecretStore keychain;
        keychain.isSilent = true;
        core::PatientSecretStore patient(keychain);
        patient.setPatience(1h, 1ms);
        QSignalSpy late(&patient, &core::PatientSecretStore::writtenLate);
        QVERIFY(!IdentityFixture::answerOf(patient.write(u"k"_s, core::Secret("1"))));
        QVERIFY(!IdentityFixture::answerOf(patient.write(u"k"_s, core::Secret("2"))));
        keychain.answerAll();
        QTRY_COMPARE(late.size(), 1);
        QCOMPARE(keychain.entries.value(u"k"_s).reveal(), QByteArray("2"));
    }

    void aQuestionThatTheBusGaveUpIsAskedAgain()
    {
        FakeSecretStore keychain;
        keychain.timeouts = 2;
        ManualClock clock;
        core::PatientSecretStore patient(keychain, clock);
        QSignalSpy late(&patient, &core::PatientSecretStore::writtenLate);
        QVERIFY(IdentityFixture::answerOf(patient.write(u"k"_s, core::Secret("v"))));
        QCOMPARE(keychain.asked, 3);
        keychain.timeouts = 1;
        QCOMPARE(IdentityFixture::answerOf(patient.read(u"k"_s))->reveal(), QByteArray("v"));
        keychain.timeouts = 1;
        QVERIFY(IdentityFixture::answerOf(patient.remove(u"k"_s)));
        QVERIFY(keychain.entries.isEmpty());
        QVERIFY(late.isEmpty());
    }

    void aRefusalIsNotAskedAgain()
    {
        FakeSecretStore keychain;
        keychain.isDenied = true;
        ManualClock clock;
        core::PatientSecretStore patient(keychain, clock);
        QCOMPARE(IdentityFixture::answerOf(patient.write(u"k"_s, core::Secret("v"))).error().detail,
                 u"access denied"_s);
        QCOMPARE(keychain.asked, 1);
    }

    void allOfItTakesNoLongerThanOneQuestionMay()
    {
        FakeSecretStore keychain;
        ManualClock clock;
        keychain.timeouts = 100;
        keychain.onTimeout = [&clock] { clock.time = clock.time.addSecs(25); }; // as the bus does
        core::PatientSecretStore patient(keychain, clock);
        const auto written = IdentityFixture::answerOf(patient.write(u"k"_s, core::Secret("v")));
        QVERIFY(!written);
        QCOMPARE(written.error(),
                 (core::Error{core::ErrorCode::KeychainUnavailable, u"the keychain does not answer"_s}));
        QCOMPARE(keychain.asked, 3); // begun after 0, 25 and 50 seconds of 60
    }

    void goingOnWithoutItEndsTheWaitAndWhatArrivesIsSaid()
    {
        FakeSecretStore keychain;
        keychain.isSilent = true;
        keychain.timeouts = 1;
        ManualClock clock;
        core::PatientSecretStore patient(keychain, clock);
        QSignalSpy late(&patient, &core::PatientSecretStore::writtenLate);
        const auto written = patient.write(u"k"_s, core::Secret("v"));
        patient.giveUp();
        QVERIFY(!IdentityFixture::answerOf(written));
        keychain.answerAll(); // the bus gave up
        QTRY_COMPARE(keychain.asked, 2);
        keychain.answerAll();
        QTRY_COMPARE(late.size(), 1);
        QCOMPARE(keychain.entries.value(u"k"_s).reveal(), QByteArray("v"));
    }

    void whatANewerChangeHasReplacedIsNotAskedAgain()
    {
        FakeSecretStore keychain;
        keychain.isSilent = true;
        keychain.timeouts = 1;
        ManualClock clock;
        core::PatientSecretStore patient(keychain, clock);
        const auto older = patient.write(u"k"_s, core::Secret("older"));
        const auto gone = patient.remove(u"k"_s);
        keychain.answerAll(); // the write got no answer, the removal did
        QVERIFY(IdentityFixture::answerOf(gone));
        QCOMPARE(IdentityFixture::answerOf(older).error().code, core::ErrorCode::KeychainUnavailable);
        QCOMPARE(keychain.asked, 2);
        QVERIFY(keychain.entries.isEmpty());
    }

    void itMayGoWhileItsQuestionIsOpen()
    {
        FakeSecretStore keychain;
        keychain.isSilent = true;
        core::Async<core::Secret> question;
        {
            core::PatientSecretStore patient(keychain);
            question = patient.read(u"k"_s);
        }
        QCOMPARE(IdentityFixture::answerOf(question).error().code, core::ErrorCode::Cancelled);
        keychain.answerAll();
    }
};

QTEST_GUILESS_MAIN(TestPatientSecretStore)
#include "tst_patientsecretstore.moc"
