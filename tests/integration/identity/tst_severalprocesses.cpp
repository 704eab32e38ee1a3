// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/identity/keyring.h"
#include "tests/support/sandbox.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Program {
    explicit Program(const QStringList &arguments) { process.start(QStringLiteral(SESSION_PROBE), arguments); }

    void go() { process.write("\n"); }
    bool waitForReady() { return process.waitForReadyRead(20'000) && process.readAllStandardOutput() == "ready\n"; }

    // What it said, by its first word.
    QHash<QString, QString> end()
    {
        process.closeWriteChannel();
        if (!process.waitForFinished(60'000))
            process.kill();
        QHash<QString, QString> said;
        for (const QString &line : QString::fromUtf8(process.readAllStandardOutput()).split(u'\n'))
            said.insert(line.section(u' ', 0, 0), line.section(u' ', 1));
        return said;
    }

    QProcess process;
};

} // namespace

// Real programs of one user, a real keyring and the real provider, which ends a session whose token is spent twice.
class TestSeveralProcesses : public QObject
{
    Q_OBJECT

    Keyring m_keyring;
    Sandbox m_sandbox;

private slots:
    void initTestCase()
    {
        if (!Keyring::isInstalled())
            QSKIP("gnome-keyring-daemon or a session bus is missing");
        QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.problem()));
        m_keyring.start();
    }

    void init()
    {
        const auto said = Program({u"sign-in"_s, m_sandbox.profileFile()}).end();
        QCOMPARE(said.value(u"kept"_s), u"yes"_s);
    }

    void programsThatRefreshAtOnceMakeOneRequest_data()
    {
        QTest::addColumn<int>("programs");
        QTest::newRow("two") << 2;
        QTest::newRow("five") << 5;
    }

    void programsThatRefreshAtOnceMakeOneRequest()
    {
        QFETCH(int, programs);
        std::vector<std::unique_ptr<Program>> running;
        for (int i = 0; i < programs; ++i) {
            running.push_back(std::make_unique<Program>(QStringList{u"token"_s, m_sandbox.profileFile()}));
        }
        for (const auto &program : running)
            QVERIFY(program->waitForReady());
        for (const auto &program : running)
            program->go();
        int requests = 0;
        QSet<QString> tokens;
        for (const auto &program : running) {
            const auto said = program->end();
            QVERIFY2(said.value(u"token"_s).size() == 64, qPrintable(said.value(u"token"_s)));
            QVERIFY(!said.contains(u"expired"_s));
            tokens += said.value(u"token"_s);
            requests += said.value(u"requests"_s).toInt();
        }
        QCOMPARE(requests, 1);
        QCOMPARE(tokens.size(), 1);

        Program late({u"token"_s, m_sandbox.profileFile()});
        QVERIFY(late.waitForReady());
        late.go();
        const auto said = late.end();
        QVERIFY(tokens.contains(said.value(u"token"_s)));
        QCOMPARE(said.value(u"requests"_s), u"0"_s);
    }

    void aProgramThatDiesWithTheLockHoldsUpNobody()
    {
        Program dying({u"hold"_s, m_sandbox.profileFile()});
        QVERIFY(dying.waitForReady());
        const QDir locks(QString::fromUtf8(qgetenv("XDG_STATE_HOME")) + u"/lectern/locks"_s);
        QVERIFY(!locks.entryList(QDir::Files).isEmpty());
        Program next({u"token"_s, m_sandbox.profileFile()});
        QVERIFY(next.waitForReady());
        next.go();
        QVERIFY(!next.process.waitForReadyRead(500)); // it waits
        dying.process.kill();
        QVERIFY(dying.process.waitForFinished());
        QElapsedTimer time;
        time.start();
        const auto said = next.end();
        QCOMPARE(said.value(u"token"_s).size(), 64);
        QVERIFY(time.elapsed() < 10'000);
    }
};

QTEST_GUILESS_MAIN(TestSeveralProcesses)
#include "tst_severalprocesses.moc"
