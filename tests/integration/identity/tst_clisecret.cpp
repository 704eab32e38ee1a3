// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/identity/keyring.h"

#include <QDirIterator>
#include <QJsonDocument>
#include <QJsonObject>
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

QByteArray output(const QString &command)
{
    QProcess process;
    process.start(QStringLiteral(LECTERN_CLI), {command});
    return process.waitForFinished(60'000) ? process.readAllStandardOutput() : QByteArray();
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

    static void leave(const QString &name, const QJsonObject &json)
    {
        const QString path = qEnvironmentVariable("XDG_CONFIG_HOME") + u"/lectern/"_s + name;
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(json).toJson()) > 0);
    }

    static void leaveProvider(const QString &id, QJsonObject json)
    {
        json.insert(u"format"_s, u"lectern.provider/1"_s);
        json.insert(u"id"_s, id);
        json.insert(u"client_id"_s, u"c"_s);
        json.insert(u"issuer"_s, u"https://op.example"_s);
        leave(u"providers.d/%1.json"_s.arg(id), json);
    }

    static void leaveConnection(const QString &id, const QJsonObject &auth)
    {
        leave(u"connections.d/%1.json"_s.arg(id),
              {{u"format"_s, u"lectern.connection/1"_s},
               {u"id"_s, id},
               {u"kind"_s, u"gemini"_s},
               {u"model"_s, u"m"_s},
               {u"base_url"_s, u"https://api.example/"_s},
               {u"auth"_s, auth}});
    }

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

    void whatIsNoTextIsRefused()
    {
        for (const QByteArray &bytes : {QByteArray("a\0b", 3), QByteArray("caf\xe9")}) {
            const auto set = run({u"set"_s, u"connection/acme"_s}, bytes);
            QCOMPARE(set.code, 2);
            QVERIFY2(set.messages.contains("is not text") && set.messages.contains("Nothing was kept"), set.messages);
        }
        QCOMPARE(run({u"list"_s}).output, QByteArray());
    }

    void aNameThatNothingUsesIsSaid_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("said"); // nothing: it is used
        QTest::newRow("a provider's client") << u"lectern/client/acme"_s << QByteArray();
        QTest::newRow("a connection") << u"connection/reader"_s << QByteArray();
        QTest::newRow("a connection's own name") << u"team/key"_s << QByteArray();
        QTest::newRow("a passphrase") << u"provider/acme/certificate"_s << QByteArray();
        QTest::newRow("a proxy") << u"proxy/proxy.acme.test"_s << QByteArray();
        QTest::newRow("no such provider") << u"lectern/client/acmee"_s << QByteArray("no provider's profile");
        QTest::newRow("half the name") << u"client/acme"_s << QByteArray("perhaps lectern/client/acme");
        QTest::newRow("a provider without one")
            << u"lectern/client/public"_s << QByteArray("client_authentication none");
        QTest::newRow("no such connection") << u"connection/nobody"_s << QByteArray("no connection");
        QTest::newRow("a connection of another name") << u"connection/named"_s << QByteArray("no connection");
        QTest::newRow("another proxy") << u"proxy/other.test"_s << QByteArray("no such proxy");
    }

    void aNameThatNothingUsesIsSaid()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, said);
        leaveProvider(u"acme"_s,
                      {{u"client_authentication"_s, u"client_secret_post"_s}, {u"client_certificate"_s, u"c.pem"_s}});
        leaveProvider(u"public"_s, {});
        leaveConnection(u"reader"_s, {{u"kind"_s, u"api_key"_s}});
        leaveConnection(u"named"_s, {{u"kind"_s, u"api_key"_s}, {u"keychain"_s, u"team/key"_s}});
        qputenv("https_proxy", "http://proxy.acme.test:3128");
        const auto set = run({u"set"_s, name}, "PLANTED");
        QCOMPARE(run({u"remove"_s, name}).code, 0);
        qunsetenv("https_proxy");
        QDir(qEnvironmentVariable("XDG_CONFIG_HOME") + u"/lectern/providers.d"_s).removeRecursively();
        QDir(qEnvironmentVariable("XDG_CONFIG_HOME") + u"/lectern/connections.d"_s).removeRecursively();
        QCOMPARE(set.code, 0); // a profile may come later
        QVERIFY(set.output.contains(name.toUtf8()));
        if (said.isEmpty())
            QCOMPARE(set.messages, QByteArray());
        else
            QVERIFY2(set.messages.contains(said) && set.messages.contains("team/key"), set.messages);
    }

    void whereAPrivateKeyIsWantedNothingElseIsKept_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("a service's client") << u"connection/robot"_s;
        QTest::newRow("a provider's client") << u"lectern/client/acme"_s;
    }

    void whereAPrivateKeyIsWantedNothingElseIsKept()
    {
        QFETCH(QString, name);
        leaveProvider(u"acme"_s, {{u"client_authentication"_s, u"private_key_jwt"_s}});
        leaveConnection(u"robot"_s,
                        {{u"kind"_s, u"client_credentials"_s},
                         {u"client_id"_s, u"robot"_s},
                         {u"token_endpoint"_s, u"https://op.example/token"_s},
                         {u"client_authentication"_s, u"private_key_jwt"_s}});
        const auto garbage = run({u"set"_s, name}, "garbage-PLANTED");
        const QByteArray before = run({u"list"_s}).output;
        const auto key = run({u"set"_s, name}, // RFC 8410, 10.3
                             "-----BEGIN PRIVATE KEY-----\n"
                             "MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n"
                             "-----END PRIVATE KEY-----\n");
        const auto engines = output(u"engines"_s);
        QCOMPARE(run({u"remove"_s, name}).code, 0);
        QDir(qEnvironmentVariable("XDG_CONFIG_HOME") + u"/lectern/providers.d"_s).removeRecursively();
        QDir(qEnvironmentVariable("XDG_CONFIG_HOME") + u"/lectern/connections.d"_s).removeRecursively();
        QCOMPARE(garbage.code, 2);
        QVERIFY2(garbage.messages.contains("private key") && garbage.messages.contains("PEM"), garbage.messages);
        QVERIFY(!garbage.messages.contains("PLANTED"));
        QCOMPARE(before, QByteArray());
        QVERIFY2(key.code == 0, key.messages);
        QVERIFY2(engines.contains("private key 'connection/robot'"), engines);
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
