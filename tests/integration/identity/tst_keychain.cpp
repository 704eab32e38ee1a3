// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

// A real gnome-keyring in a D-Bus session of its own, in the states that users have it in.
class TestKeychain : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;

    QHash<QString, QString> probe(const QString &prepare, bool hasBus = true)
    {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        for (const QString &variable : {u"XDG_DATA_HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_RUNTIME_DIR"_s, u"HOME"_s})
            environment.insert(variable, m_home.path());
        environment.remove(u"DISPLAY"_s);
        environment.remove(u"WAYLAND_DISPLAY"_s);
        if (!hasBus)
            environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s);
        process.setProcessEnvironment(environment);
        const QString command = prepare + u" exec "_s + QStringLiteral(KEYCHAIN_PROBE) + u" \"$@\""_s;
        if (hasBus)
            process.start(u"dbus-run-session"_s, {u"--"_s, u"sh"_s, u"-c"_s, command});
        else
            process.start(u"sh"_s, {u"-c"_s, command});
        if (!process.waitForFinished(60'000))
            process.kill();
        QHash<QString, QString> said;
        for (const QString &line : QString::fromUtf8(process.readAllStandardOutput()).split(u'\n'))
            said.insert(line.section(u' ', 0, 0), line.section(u' ', 1));
        return said;
    }

private slots:
    void init()
    {
        if (QStandardPaths::findExecutable(u"dbus-run-session"_s).isEmpty()
            || QStandardPaths::findExecutable(u"gnome-keyring-daemon"_s).isEmpty())
            QSKIP("dbus-run-session or gnome-keyring-daemon is not installed");
    }

    void anOpenKeyringKeepsASecret()
    {
        const auto said = probe(u"echo | gnome-keyring-daemon --unlock --components=secrets >/dev/null;"_s);
        QCOMPARE(said.value(u"write"_s), u"ok"_s);
        QCOMPARE(said.value(u"read"_s), u"ok"_s);
        QCOMPARE(said.value(u"same"_s), u"yes"_s);
        QCOMPARE(said.value(u"remove"_s), u"ok"_s);
        QCOMPARE(said.value(u"read-again"_s), u"not-found"_s);
        QVERIFY2(said.value(u"held"_s).toInt() < 500, qPrintable(said.value(u"held"_s)));
    }

    void aLockedKeyringIsUnavailable()
    {
        const auto said = probe({});
        QCOMPARE(said.value(u"write"_s), u"unavailable"_s);
        QVERIFY(!said.contains(u"same"_s));
    }

    // What is in it is passed over: that nothing was found there is no proof that nothing is there.
    void nothingIsRemovedFromALockedKeyring()
    {
        const auto said = probe(u"echo | gnome-keyring-daemon --unlock --components=secrets >/dev/null;"_s
                                + QStringLiteral(KEYCHAIN_PROBE)
                                + u" keep; gdbus call --session --dest org.freedesktop.secrets --object-path "
                                  "/org/freedesktop/secrets --method org.freedesktop.Secret.Service.Lock "
                                  "\"[objectpath '/org/freedesktop/secrets/collection/login']\" >/dev/null; set -- remove;"_s);
        QCOMPARE(said.value(u"kept"_s), u"ok"_s);
        QCOMPARE(said.value(u"remove"_s), u"unavailable"_s);
        QCOMPARE(said.value(u"read-again"_s), u"unavailable"_s);
    }

    void removingWhatIsNotThereIsNoError()
    {
        const auto said =
            probe(u"echo | gnome-keyring-daemon --unlock --components=secrets >/dev/null; set -- remove;"_s);
        QCOMPARE(said.value(u"remove"_s), u"ok"_s);
        QCOMPARE(said.value(u"read-again"_s), u"not-found"_s);
    }

    void anAbsentKeyringIsUnavailable()
    {
        const auto said = probe({}, false);
        QCOMPARE(said.value(u"write"_s), u"unavailable"_s);
        QCOMPARE(said.value(u"read"_s), u"unavailable"_s);
    }

    void noSecretIsInAnyFile()
    {
        // The keyring file is encrypted; anything else would be a fallback that nobody asked for.
        QDirIterator files(m_home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                QVERIFY2(!file.readAll().contains("PLANTED"), qPrintable(file.fileName()));
        }
    }
};

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"
