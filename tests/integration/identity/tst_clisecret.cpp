// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/identity/keyring.h"

#include <QDirIterator>
#include <QTest>

#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Outcome {
    int code = -1;
    QByteArray output;
    QByteArray messages;
};

Outcome run(const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start(QStringLiteral(LECTERN_CLI), QStringList{u"secret"_s} + arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000))
        process.kill();
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

// The same on a terminal, where somebody types.
Outcome type(const QByteArray &keys)
{
    int terminal = -1;
    const pid_t child = forkpty(&terminal, nullptr, nullptr, nullptr);
    if (child == 0) {
        execl(LECTERN_CLI, LECTERN_CLI, "secret", "set", "typed", nullptr);
        _exit(127);
    }
    Outcome outcome;
    char byte = 0;
    while (!outcome.output.contains("not shown") && read(terminal, &byte, 1) == 1)
        outcome.output += byte; // until it asks
    if (write(terminal, keys.constData(), size_t(keys.size())) != keys.size())
        outcome.messages = "the terminal took no keys";
    while (read(terminal, &byte, 1) == 1)
        outcome.output += byte;
    int status = 0;
    waitpid(child, &status, 0);
    close(terminal);
    outcome.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return outcome;
}

} // namespace

// Secrets of services through the real program and a real keyring.
class TestCliSecret : public QObject
{
    Q_OBJECT

    Keyring m_keyring;

private slots:
    void initTestCase()
    {
        if (!Keyring::isInstalled())
            QSKIP("gnome-keyring-daemon or a session bus is missing");
        m_keyring.start();
    }

    void aSecretOfStandardInputIsKeptAndNamed()
    {
        const auto set = run({u"set"_s, u"connection/acme"_s}, "s3cret-PLANTED\n");
        QVERIFY2(set.code == 0, set.messages);
        QVERIFY(!set.output.contains("PLANTED") && !set.messages.contains("PLANTED"));
        QCOMPARE(run({u"set"_s, u"another"_s}, "-----BEGIN-----\nPLANTED\n-----END-----\n").code, 0);
        QCOMPARE(run({u"list"_s}).output, QByteArray("another\nconnection/acme\n"));
        QCOMPARE(run({u"list"_s, u"--json"_s}).output, QByteArray("[\"another\",\"connection/acme\"]\n"));
        QCOMPARE(run({u"remove"_s, u"another"_s}).code, 0);
        QCOMPARE(run({u"remove"_s, u"connection/acme"_s}).code, 0);
        QCOMPARE(run({u"remove"_s, u"connection/acme"_s}).code, 0); // a missing one is no error
        QCOMPARE(run({u"list"_s}).output, QByteArray());
    }

    void whatIsTypedIsNotShown()
    {
        const auto typed = type("typed-PLANTED\n");
        QVERIFY2(typed.code == 0, typed.output + typed.messages);
        QVERIFY(!typed.output.contains("PLANTED"));
        QCOMPARE(run({u"remove"_s, u"typed"_s}).code, 0);
    }

    void whoInterruptsTheTypingKeepsNothing()
    {
        const auto typed = type("half\x03");
        QCOMPARE(typed.code, 1);
        QVERIFY(!typed.output.contains("half"));
        QCOMPARE(run({u"list"_s}).output, QByteArray());
    }

    void wrongUsageIsSaid_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("input");
        QTest::newRow("nothing") << QStringList() << QByteArray();
        QTest::newRow("no name") << QStringList{u"set"_s} << QByteArray("x");
        QTest::newRow("the secret as an argument") << QStringList{u"set"_s, u"a"_s, u"b"_s} << QByteArray();
        QTest::newRow("a sign-in") << QStringList{u"remove"_s, u"lectern/0123"_s} << QByteArray();
        QTest::newRow("a strange name") << QStringList{u"set"_s, u"a b"_s} << QByteArray("x");
        QTest::newRow("empty") << QStringList{u"set"_s, u"a"_s} << QByteArray("\n");
        QTest::newRow("too large") << QStringList{u"set"_s, u"a"_s} << QByteArray(70'000, 'x');
    }

    void wrongUsageIsSaid()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, input);
        const auto outcome = run(arguments, input);
        QCOMPARE(outcome.code, 2);
        QVERIFY(!outcome.messages.isEmpty() && outcome.output.isEmpty());
    }

    void noSecretIsInAnyFile()
    {
        QCOMPARE(run({u"set"_s, u"connection/acme"_s}, "s3cret-PLANTED").code, 0);
        int seen = 0;
        QDirIterator files(QString::fromUtf8(qgetenv("HOME")) + u"/.."_s, QDir::Files | QDir::Hidden,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            ++seen;
            QVERIFY2(!file.readAll().contains("PLANTED"), qPrintable(file.fileName()));
        }
        QVERIFY(seen >= 2); // the keyring's file and the list of names
    }

    void withoutAKeyringItIsSaid()
    {
        m_keyring.kill();
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
        const auto set = run({u"set"_s, u"late"_s}, "PLANTED");
        QCOMPARE(set.code, 1);
        QVERIFY(set.messages.contains("keychain") && !set.messages.contains("PLANTED"));
    }
};

QTEST_GUILESS_MAIN(TestCliSecret)
#include "tst_clisecret.moc"
