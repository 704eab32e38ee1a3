// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QLockFile>
#include <QObject>
#include <QStringList>

namespace app {

// One window a user: the first start holds a lock and listens, a later one hands over its files and ends.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    explicit SingleInstance(const QString &folder, QObject *parent = nullptr);

    enum class Role {
        First, // listening from now on
        Later, // the files are with the first one
        Unheard, // there is a first one and it does not answer
    };
    // Before the event loop runs. Waits for the first one's answer for three seconds at most.
    [[nodiscard]] Role start(const QStringList &files);

signals:
    void filesReceived(const QStringList &files); // may be empty: then it is the window that is wanted

private:
    void listen();
    [[nodiscard]] bool handOver(const QStringList &files) const;
    void read();

    QString m_socket;
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace app
