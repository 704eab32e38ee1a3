// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/formbrowser.h"
#include "tests/support/mutualtls.h"
#include "tests/support/sandbox.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

// The command with a code for another device, against the sandbox's provider.
class TestCliSignIn : public QObject
{
    Q_OBJECT

    Sandbox m_sandbox;
    QTemporaryDir m_home;

    [[nodiscard]] QByteArray contentOf(const QString &name) const
    {
        QFile file(m_home.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QString &name, const QByteArray &content) const
    {
        QFile file(m_home.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }

    void begin(QProcess &process, const QStringList &more, const QString &profile = {})
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"CONFIG", "DATA", "CACHE", "STATE"})
            environment.insert(u"XDG_%1_HOME"_s.arg(QLatin1StringView(name)), m_home.filePath(QLatin1StringView(name)));
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nowhere"_s); // a server has no keychain
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(LECTERN_CLI),
                      QStringList{u"sign-in"_s, u"--profile"_s, profile.isEmpty() ? m_sandbox.profileFile() : profile,
                                  u"--browser"_s, u"device"_s}
                          + more);
    }

    static QByteArray firstLine(QProcess &process)
    {
        (void)QTest::qWaitFor([&] { return process.canReadLine() || process.state() == QProcess::NotRunning; }, 20'000);
        return process.readLine();
    }

    static bool ends(QProcess &process)
    {
        return QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 40'000);
    }

private slots:
    void initTestCase() { QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.problem())); }

    void aCodeIsPrintedAndTheAccountFollows()
    {
        QProcess process;
        begin(process, {u"--json"_s});
        const QJsonObject prompt = QJsonDocument::fromJson(firstLine(process)).object();
        QVERIFY(!prompt.value(u"user_code"_s).toString().isEmpty());
        QVERIFY(QUrl(prompt.value(u"verification_uri"_s).toString()).isValid());
        QVERIFY(prompt.contains(u"expires_at"_s));
        FormBrowser browser;
        browser.answers = {{u"login"_s, u"alice"_s}, {u"password"_s, u"sandbox"_s}};
        browser.open(QUrl(prompt.value(u"verification_uri_complete"_s).toString()), {});
        QVERIFY(ends(process));
        QCOMPARE(process.exitCode(), 0);
        const QByteArray rest = process.readAllStandardOutput();
        QCOMPARE(rest.count('\n'), 1);
        const QJsonObject account = QJsonDocument::fromJson(rest).object();
        QCOMPARE(account.value(u"name"_s).toString(), u"Alice Example"_s);
        QCOMPARE(account.value(u"roles"_s).toArray(), QJsonArray{u"reviewer"_s});
        QCOMPARE(account.value(u"kept"_s).toBool(true), false);
    }

    void whatIsInstalledHoldsNoSecret()
    {
        const MutualTls world;
        QFile file(m_sandbox.profileFile());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QJsonObject profile = QJsonDocument::fromJson(file.readAll()).object();
        profile.insert(u"id"_s, u"copy"_s);
        profile.insert(u"client_secret"_s, u"PLANTED"_s);
        profile.insert(u"extra_ca"_s, u"authority.pem"_s);
        profile.insert(u"client_certificate"_s, u"client.pem"_s);
        write(u"copy.json"_s, QJsonDocument(profile).toJson());
        write(u"authority.pem"_s, world.authority.pem() + world.authority.keyPem());
        write(u"client.pem"_s, world.certificateAndKey());
        QProcess process;
        begin(process, {u"--json"_s}, m_home.filePath(u"copy.json"_s));
        const QJsonObject prompt = QJsonDocument::fromJson(firstLine(process)).object();
        QVERIFY(contentOf(u"CONFIG/lectern/providers.d/copy.json"_s).isEmpty()); // nobody has signed in yet
        FormBrowser browser;
        browser.answers = {{u"login"_s, u"alice"_s}, {u"password"_s, u"sandbox"_s}};
        browser.open(QUrl(prompt.value(u"verification_uri_complete"_s).toString()), {});
        QVERIFY(ends(process));
        QCOMPARE(process.exitCode(), 0);
        const QByteArray installed = contentOf(u"CONFIG/lectern/providers.d/copy.json"_s);
        const QJsonObject object = QJsonDocument::fromJson(installed).object();
        QCOMPARE(object[u"client_certificate"_s].toString(), m_home.filePath(u"client.pem"_s)); // it stays there
        QCOMPARE(object[u"extra_ca"_s].toString(), u"copy.pem"_s);
        QVERIFY(!installed.contains("PLANTED"));
        QCOMPARE(contentOf(u"CONFIG/lectern/providers.d/copy.pem"_s).count("PRIVATE"), 0);
        QVERIFY(contentOf(u"CONFIG/lectern/providers.d/copy.pem"_s).contains("BEGIN CERTIFICATE"));
        QVERIFY(!QFile::exists(m_home.filePath(u"CONFIG/lectern/providers.d/client.pem"_s)));
    }

    void peopleGetSentences()
    {
        QProcess process;
        begin(process, {u"--timeout"_s, u"1"_s});
        QVERIFY(ends(process));
        QCOMPARE(process.exitCode(), 4);
        const QByteArray text = process.readAllStandardOutput();
        QVERIFY(text.contains(m_sandbox.issuer().toEncoded() + "/device\n"));
        QVERIFY(text.contains("enter this code there:\n  "));
        QVERIFY(text.contains("user_code="));
    }

    void anUnknownWayIsWrongUsage()
    {
        QProcess process;
        process.start(QStringLiteral(LECTERN_CLI),
                      {u"sign-in"_s, u"--profile"_s, u"sandbox"_s, u"--browser"_s, u"telepathy"_s});
        QVERIFY(ends(process));
        QCOMPARE(process.exitCode(), 2);
        QVERIFY(process.readAllStandardError().contains("system, print or device"));
    }
};

QTEST_GUILESS_MAIN(TestCliSignIn)
#include "tst_clisignin.moc"
