// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/identity/keyring.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

// A real gnome-keyring and a secret of several entries, with the program or the keyring killed while it is written.
class TestKeychainKilled : public QObject
{
    Q_OBJECT

    Keyring m_keyring;

    static QByteArray read()
    {
        QProcess probe;
        probe.start(QStringLiteral(CHUNK_PROBE), {u"read"_s});
        return probe.waitForFinished(40'000) ? probe.readAllStandardOutput().trimmed() : QByteArray("hangs");
    }

    // Writing, with a secret that is there already.
    static void startWriting(QProcess &probe)
    {
        probe.start(QStringLiteral(CHUNK_PROBE), {u"write"_s});
        QVERIFY(probe.waitForReadyRead(20'000));
    }

private slots:
    void initTestCase()
    {
        if (!Keyring::isInstalled())
            QSKIP("gnome-keyring-daemon or a session bus is missing");
        m_keyring.start();
    }

    void aProgramThatIsKilledInMidWriteLeavesAWholeSecret()
    {
        for (int round = 0; round < 8; ++round) {
            QProcess probe;
            startWriting(probe);
            QTest::qWait(7 * round); // somewhere in the middle of a later write
            probe.kill();
            QVERIFY(probe.waitForFinished());
            QCOMPARE(read(), QByteArray("whole"));
        }
    }

    // The session bus gives a question up after 25 seconds; a program that has used the keychain meets that first.
    void aKeyringThatIsSlowerThanTheBusIsWaitedFor()
    {
        QProcess probe;
        probe.start(QStringLiteral(CHUNK_PROBE), {u"wait"_s});
        QVERIFY(probe.waitForReadyRead(20'000));
        QCOMPARE(probe.readLine(), QByteArray("written\n"));
        m_keyring.freeze();
        probe.write("\n");
        QByteArray said;
        const bool isAskedAgain = QTest::qWaitFor(
            [&] {
                said += probe.readAllStandardError();
                return said.contains("asking again");
            },
            40'000);
        m_keyring.thaw();
        QVERIFY2(isAskedAgain, said);
        QVERIFY(probe.waitForFinished(20'000));
        QCOMPARE(probe.readAllStandardOutput(), QByteArray("written\n"));
        QCOMPARE(read(), QByteArray("whole"));
    }

    void aKeyringThatIsKilledInMidWriteIsSaidAndLosesNothing()
    {
        QProcess probe;
        startWriting(probe);
        m_keyring.kill();
        QElapsedTimer time;
        time.start();
        QVERIFY(probe.waitForFinished(40'000));
        QVERIFY(probe.readAllStandardOutput().endsWith("failed\n"));
        QVERIFY(time.elapsed() < 30'000);
        m_keyring.start();
        QCOMPARE(read(), QByteArray("whole"));
    }
};

QTEST_GUILESS_MAIN(TestKeychainKilled)
#include "tst_keychainkilled.moc"
