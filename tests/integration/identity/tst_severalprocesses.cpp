// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/identity/keyring.h"
#include "tests/support/cuttingproxy.h"
#include "tests/support/sandbox.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
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
        // The test's own servers go on meanwhile.
        if (!QTest::qWaitFor([this] { return process.state() == QProcess::NotRunning; }, 60'000))
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
    Sandbox m_lenient; // takes a refresh token once more within 30 s

    // The profile of a sandbox whose token endpoint is reached through the proxy.
    static QString profileThrough(const Sandbox &sandbox, const CuttingProxy &proxy)
    {
        QFile original(sandbox.profileFile());
        if (!original.open(QIODevice::ReadOnly))
            return {};
        QJsonObject profile = QJsonDocument::fromJson(original.readAll()).object();
        profile.insert(u"endpoints"_s, QJsonObject{{u"token_endpoint"_s, proxy.url(u"/token"_s).toString()}});
        QFile altered(sandbox.folder() + u"/through.json"_s);
        if (!altered.open(QIODevice::WriteOnly) || altered.write(QJsonDocument(profile).toJson()) < 0)
            return {};
        return altered.fileName();
    }

private slots:
    void initTestCase()
    {
        if (!Keyring::isInstalled())
            QSKIP("gnome-keyring-daemon or a session bus is missing");
        QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.problem()));
        QVERIFY2(m_lenient.start({u"--grace"_s, u"30"_s}), qPrintable(m_lenient.problem()));
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
        const int before = m_sandbox.askedFor(u"refresh_token"_s);
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
        QCOMPARE(m_sandbox.askedFor(u"refresh_token"_s), before + 1); // by the provider's own count
        QCOMPARE(tokens.size(), 1);

        Program late({u"token"_s, m_sandbox.profileFile()});
        QVERIFY(late.waitForReady());
        late.go();
        const auto said = late.end();
        QVERIFY(tokens.contains(said.value(u"token"_s)));
        QCOMPARE(said.value(u"requests"_s), u"0"_s);
    }

    // The answer is lost while another program waits: the first asks again, the second takes what came of it.
    void oneProgramAloneAsksAgainWhenTheAnswerWasCut()
    {
        CuttingProxy proxy(m_lenient.issuer());
        const QString profile = profileThrough(m_lenient, proxy);
        const auto signedIn = Program({u"sign-in"_s, profile}).end();
        QCOMPARE(signedIn.value(u"kept"_s), u"yes"_s);
        Program one({u"token"_s, profile});
        Program two({u"token"_s, profile});
        QVERIFY(one.waitForReady() && two.waitForReady());
        int left = 1;
        proxy.next = [&left] { return left-- > 0 ? CuttingProxy::Cut::After : CuttingProxy::Cut::Nowhere; };
        const int before = proxy.requests();
        one.go();
        two.go();
        const auto said = one.end();
        const auto saidToo = two.end();
        QCOMPARE(said.value(u"token"_s).size(), 64);
        QCOMPARE(said.value(u"token"_s), saidToo.value(u"token"_s));
        QVERIFY(!said.contains(u"expired"_s) && !saidToo.contains(u"expired"_s));
        QCOMPARE(proxy.requests() - before, 2);
        const QSet<QString> requests{said.value(u"requests"_s), saidToo.value(u"requests"_s)};
        QCOMPARE(requests, (QSet<QString>{u"2"_s, u"0"_s}));
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
