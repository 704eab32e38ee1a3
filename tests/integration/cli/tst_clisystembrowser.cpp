// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/identity/keyring.h"
#include "tests/support/sandbox.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScopeGuard>
#include <QTcpServer>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Outcome {
    int code = -1;
    QByteArray output;
    QByteArray messages;
    QJsonObject account; // the last line of the output, when it is JSON
};

} // namespace

// The program with the browser that the user has: it is started as xdg-open, remembers who is signed in at the
// provider, and comes back to the program's own listener. Provider, listener and keyring are real.
class TestCliSystemBrowser : public QObject
{
    Q_OBJECT

    Keyring m_keyring;
    Sandbox m_sandbox;
    std::unique_ptr<QTemporaryDir> m_browser; // what the browser remembers

    void begin(QProcess &process, const QStringList &arguments, const QProcessEnvironment &more = {}) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"SYSTEM_BROWSER_STATE"_s, m_browser->path());
        environment.insert(u"SYSTEM_BROWSER_LOGIN"_s, u"alice"_s);
        environment.insert(more);
        environment.insert(u"PATH"_s, m_browser->path() + u':' + environment.value(u"PATH"_s));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(LECTERN_CLI), arguments);
    }

    static Outcome end(QProcess &process)
    {
        Outcome outcome;
        if (process.waitForFinished(90'000))
            outcome.code = process.exitCode();
        else
            process.kill();
        outcome.output = process.readAllStandardOutput();
        outcome.messages += process.readAllStandardError();
        outcome.account = QJsonDocument::fromJson(outcome.output.trimmed().split('\n').last()).object();
        return outcome;
    }

    Outcome run(const QStringList &arguments, const QProcessEnvironment &more = {}) const
    {
        QProcess process;
        begin(process, arguments, more);
        return end(process);
    }

    static QStringList signInArguments()
    {
        return {u"sign-in"_s,   u"--profile"_s, u"sandbox"_s, u"--organization"_s, u"acme"_s,
                u"--browser"_s, u"system"_s,    u"--json"_s,  u"--timeout"_s,      u"50"_s};
    }

    Outcome signIn(const QProcessEnvironment &more = {}) const { return run(signInArguments(), more); }

    // Files below the user's folders in which one of the tokens, codes or verifiers is that the provider has seen.
    [[nodiscard]] QStringList filesWithSecrets() const
    {
        const QByteArrayList secrets = m_sandbox.issued();
        QStringList found;
        for (const char *folder : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"}) {
            QDirIterator files(qEnvironmentVariable(folder), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                const QByteArray content = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
                if (std::ranges::any_of(secrets, [&](const QByteArray &one) { return content.contains(one); }))
                    found += file.fileName();
            }
        }
        return found;
    }

    static QProcessEnvironment with(const QString &name, const QString &value)
    {
        QProcessEnvironment environment;
        environment.insert(name, value);
        return environment;
    }

    [[nodiscard]] QByteArrayList noted(const QString &file) const
    {
        QFile notes(m_browser->filePath(file));
        return notes.open(QIODevice::ReadOnly) ? notes.readAll().trimmed().split('\n') : QByteArrayList();
    }

    // Forms that were sent to the provider: one for the password, one for the consent.
    [[nodiscard]] int formsSent() const
    {
        const auto asked = m_sandbox.asked();
        return static_cast<int>(std::ranges::count_if(asked, [](const Sandbox::Request &each) {
            return each.method == "POST"_L1 && each.path.startsWith("/interaction/"_L1);
        }));
    }

    [[nodiscard]] bool isSignedIn() const { return run({u"accounts"_s}).output.contains("Alice"); }

private slots:
    void initTestCase()
    {
        if (!Keyring::isInstalled())
            QSKIP("gnome-keyring-daemon or a session bus is missing");
        QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.problem()));
        m_keyring.start();
        const QString profiles = qEnvironmentVariable("XDG_CONFIG_HOME") + u"/lectern/providers.d"_s;
        QVERIFY(QDir().mkpath(profiles));
        QVERIFY(QFile::copy(m_sandbox.profileFile(), profiles + u"/sandbox.json"_s));
    }

    void init()
    {
        m_browser = std::make_unique<QTemporaryDir>();
        QVERIFY(QFile::link(QStringLiteral(SYSTEM_BROWSER), m_browser->filePath(u"xdg-open"_s)));
    }

    void cleanup()
    {
        if (isSignedIn())
            QCOMPARE(run({u"sign-out"_s}).code, 0);
    }

    void whereNoBrowserStartsTheAddressIsSaid()
    {
        QFile opener(m_browser->filePath(u"xdg-open"_s));
        QVERIFY(opener.remove() && opener.open(QIODevice::WriteOnly));
        opener.write("#!/bin/sh\necho noise >&2\nexit 3\n");
        QVERIFY(opener.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
        opener.close();
        QStringList arguments = signInArguments();
        arguments.last() = u"3"_s; // seconds
        const Outcome outcome = run(arguments);
        QVERIFY(outcome.code != 0);
        QVERIFY2(outcome.messages.contains("--browser device") && outcome.messages.contains("/auth?"),
                 outcome.messages.constData());
        QVERIFY(!outcome.messages.contains("noise"));
    }

    void aPersonSignsInWithTheirOwnBrowser()
    {
        const Outcome outcome = signIn();
        QVERIFY2(outcome.code == 0, outcome.messages);
        QCOMPARE(outcome.account.value(u"name"_s).toString(), u"Alice Example"_s);
        QCOMPARE(outcome.account.value(u"organization"_s).toString(), u"acme"_s);
        QCOMPARE(outcome.account.value(u"roles"_s).toArray(), QJsonArray{u"reviewer"_s});
        QCOMPARE(outcome.account.value(u"kept"_s).toBool(), true);
        QVERIFY(isSignedIn());

        // form_post: the code was in no address that the browser could remember.
        const auto asked = m_sandbox.asked();
        const auto page = std::ranges::find(asked, u"/auth"_s, &Sandbox::Request::path);
        QVERIFY(page != asked.end());
        QVERIFY(page->query.contains(u"response_mode"_s) && page->query.contains(u"code_challenge"_s));
        QTRY_VERIFY(!noted(u"visited"_s).isEmpty());
        QVERIFY(noted(u"visited"_s).last().startsWith("http://127.0.0.1:"));
        QCOMPARE(noted(u"opened"_s).size(), 1);
        QVERIFY(!noted(u"opened"_s).first().contains("code="));
    }

    void whoSaysNoIsTold_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::newRow("leaves the page") << u"SYSTEM_BROWSER_LOGIN"_s << QString();
        QTest::newRow("gives no consent") << u"SYSTEM_BROWSER_CONSENT"_s << u"no"_s;
    }

    void whoSaysNoIsTold()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        const Outcome outcome = signIn(with(name, value));
        QCOMPARE(outcome.code, 4);
        QVERIFY(outcome.output.isEmpty());
        QVERIFY2(outcome.messages.contains("access_denied"), outcome.messages);
        QVERIFY(!isSignedIn());
    }

    // The person is signed in, is told that it will not last, and nothing is put anywhere else instead.
    void withoutAKeychainThePersonIsTold_data()
    {
        QTest::addColumn<bool>("isThere");
        QTest::newRow("absent") << false;
        QTest::newRow("locked") << true; // the bus starts one that nobody has unlocked
    }

    void withoutAKeychainThePersonIsTold()
    {
        QFETCH(bool, isThere);
        m_keyring.kill();
        const Outcome outcome =
            isThere ? signIn() : signIn(with(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s));
        m_keyring.start();
        QVERIFY2(outcome.code == 0, outcome.messages);
        QCOMPARE(outcome.account.value(u"name"_s).toString(), u"Alice Example"_s);
        QCOMPARE(outcome.account.value(u"kept"_s).toBool(true), false);
        QVERIFY2(outcome.messages.contains("this session only"), outcome.messages);
        QVERIFY(!isSignedIn()); // it was for that session
        QCOMPARE(filesWithSecrets(), QStringList());
    }

    void aKeyringThatDiesWhileItIsWrittenToIsSaid()
    {
        m_keyring.freeze();
        QProcess process;
        begin(process, signInArguments());
        QByteArray said;
        QVERIFY(QTest::qWaitFor(
            [&] {
                said += process.readAllStandardError();
                return said.contains("Waiting for the keychain");
            },
            40'000));
        m_keyring.kill();
        Outcome outcome = end(process);
        m_keyring.start();
        QVERIFY2(outcome.code == 0, outcome.messages);
        QCOMPARE(outcome.account.value(u"kept"_s).toBool(true), false);
        QVERIFY2(outcome.messages.contains("this session only"), outcome.messages);
        QVERIFY(!isSignedIn());
        QCOMPARE(filesWithSecrets(), QStringList());

        const Outcome again = signIn(); // nothing is left broken
        QCOMPARE(again.account.value(u"kept"_s).toBool(), true);
        QVERIFY(isSignedIn());
    }

    // A program that only signs out has seen no token itself: the keychain held it.
    void whereNoBrowserStartsTheLastAddressIsSaid()
    {
        QVERIFY(signIn().code == 0);
        QFile opener(m_browser->filePath(u"xdg-open"_s));
        QVERIFY(opener.remove() && opener.open(QIODevice::WriteOnly));
        opener.write("#!/bin/sh\nexit 3\n");
        QVERIFY(opener.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
        opener.close();
        const Outcome left = run({u"sign-out"_s});
        QCOMPARE(left.code, 0);
        QVERIFY2(left.messages.contains("/session/end?id_token_hint=ey"), left.messages);
        QVERIFY(!isSignedIn());
        QCOMPARE(filesWithSecrets(), QStringList());
    }

    void aScriptGetsTheAddressAndNoBrowser()
    {
        QVERIFY(signIn().code == 0);
        const auto opened = noted(u"opened"_s).size();
        const Outcome left = run({u"sign-out"_s, u"--json"_s});
        QCOMPARE(left.code, 0);
        QVERIFY(left.account.value(u"logout_url"_s).toString().contains("/session/end?id_token_hint=ey"_L1));
        QCOMPARE(noted(u"opened"_s).size(), opened);
        QVERIFY(left.messages.isEmpty());
    }

    // The browser knows the user as long as the provider's session lasts, and that ends with the address that signing
    // out gives (OpenID Connect RP-Initiated Logout 1.0).
    void signingOutEndsTheProvidersSession()
    {
        QVERIFY(signIn().code == 0);
        int forms = formsSent();
        const Outcome again = signIn();
        QVERIFY2(again.code == 0, again.messages);
        QCOMPARE(formsSent() - forms, 1); // the session is there: consent alone

        const Outcome left = run({u"sign-out"_s});
        QCOMPARE(left.code, 0);
        QCOMPARE(left.output, QByteArray("Signed out.\n"));
        QVERIFY2(left.messages.isEmpty(), left.messages); // no address, and no token, on a terminal
        QVERIFY(!isSignedIn());
        const QByteArray address = noted(u"opened"_s).last();
        QVERIFY2(address.startsWith(m_sandbox.issuer().toEncoded() + "/session/end?"), address);
        QVERIFY(address.contains("id_token_hint="));
        QTRY_VERIFY(noted(u"visited"_s).contains(m_sandbox.issuer().toEncoded() + "/session/end/confirm"));

        forms = formsSent();
        QVERIFY(signIn().code == 0);
        QCOMPARE(formsSent() - forms, 2); // the password is asked for again
    }

    void theBrowserFindsAPageWhereSigningOutEnds()
    {
        QTcpServer free;
        QVERIFY(free.listen(QHostAddress::LocalHost));
        const QString back = u"http://127.0.0.1:%1/"_s.arg(free.serverPort());
        free.close();
        QFile file(qEnvironmentVariable("XDG_CONFIG_HOME") + u"/lectern/providers.d/sandbox.json"_s);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray before = file.readAll();
        QJsonObject profile = QJsonDocument::fromJson(before).object();
        QJsonObject logout = profile.value(u"logout"_s).toObject();
        logout.insert(u"post_logout_redirect_uri"_s, back);
        profile.insert(u"logout"_s, logout);
        const auto rewrite = [&file](const QByteArray &bytes) {
            return file.resize(0) && file.seek(0) && file.write(bytes) == bytes.size() && file.flush();
        };
        QVERIFY(rewrite(QJsonDocument(profile).toJson()));
        const auto restored = qScopeGuard([&] { (void)rewrite(before); });

        QVERIFY(signIn().code == 0);
        const Outcome left = run({u"sign-out"_s});
        QVERIFY2(left.code == 0 && left.messages.isEmpty(), left.messages);
        QTRY_VERIFY(noted(u"seen"_s).join().contains("You are signed out. You can close this page"));
        QVERIFY(noted(u"visited"_s).contains(back.toUtf8()));
    }
};

QTEST_GUILESS_MAIN(TestCliSystemBrowser)
#include "tst_clisystembrowser.moc"
