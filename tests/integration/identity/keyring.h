// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

// A gnome-keyring of its own, unlocked, on the session bus that the test was started with; it can be killed.
class Keyring
{
public:
    Keyring()
    {
        // The bus may start a daemon by itself, with what it knows: one that finds no folder never comes up.
        QDir().mkpath(qEnvironmentVariable("XDG_CACHE_HOME"));
        qputenv("XDG_RUNTIME_DIR", path("runtime"));
        for (const char *name : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "HOME"})
            qputenv(name, path(name));
        qunsetenv("DISPLAY");
        qunsetenv("WAYLAND_DISPLAY");
    }
    ~Keyring() { kill(); }
    Keyring(const Keyring &) = delete;
    Keyring &operator=(const Keyring &) = delete;

    [[nodiscard]] static bool isInstalled()
    {
        return !QStandardPaths::findExecutable(QStringLiteral("gnome-keyring-daemon")).isEmpty()
            && !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS");
    }

    void start()
    {
        m_daemon.start(QStringLiteral("gnome-keyring-daemon"),
                       {QStringLiteral("--foreground"), QStringLiteral("--unlock"),
                        QStringLiteral("--components=secrets"), QStringLiteral("--replace")});
        m_daemon.write("\n");
        m_daemon.closeWriteChannel();
        QVERIFY(m_daemon.waitForStarted());
        QTRY_VERIFY(isOnTheBus());
    }

    // Takes questions and answers none, until it is killed or thaws.
    void freeze() const { ::kill(static_cast<pid_t>(m_daemon.processId()), SIGSTOP); }
    void thaw() const { ::kill(static_cast<pid_t>(m_daemon.processId()), SIGCONT); }

    void kill()
    {
        if (m_daemon.state() == QProcess::NotRunning)
            return;
        m_daemon.kill();
        m_daemon.waitForFinished(5'000);
    }

private:
    QByteArray path(const char *name)
    {
        const QString folder = m_home.filePath(QLatin1String(name));
        QDir().mkpath(folder);
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return folder.toUtf8();
    }

    // This one, not another that the bus has started meanwhile.
    [[nodiscard]] bool isOnTheBus() const
    {
        QProcess send;
        send.start(QStringLiteral("dbus-send"),
                   {QStringLiteral("--session"), QStringLiteral("--print-reply"),
                    QStringLiteral("--dest=org.freedesktop.DBus"), QStringLiteral("/"),
                    QStringLiteral("org.freedesktop.DBus.GetConnectionUnixProcessID"),
                    QStringLiteral("string:org.freedesktop.secrets")});
        send.waitForFinished(5'000);
        return send.readAllStandardOutput().contains("uint32 " + QByteArray::number(m_daemon.processId()) + '\n');
    }

    QTemporaryDir m_home;
    QProcess m_daemon;
};
