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
