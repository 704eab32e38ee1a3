// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/singleinstance.h"

#include "core/base/logging.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalSocket>

using namespace Qt::Literals::StringLiterals;

namespace app {
namespace {

constexpr int patience = 3000; // milliseconds
constexpr qint64 longestMessage = 1024 * 1024;
constexpr auto heard = "heard\n";

// A folder of the user's own: nobody else may hand us files.
QString prepared(const QString &folder)
{
    QDir().mkpath(folder);
    QFile(folder).setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return folder;
}

} // namespace

SingleInstance::SingleInstance(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_socket(prepared(folder) + "/window.socket"_L1)
    , m_lock(folder + "/window.lock"_L1)
{
    m_lock.setStaleLockTime(0); // held as long as the process lives, and no longer
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::read);
}

SingleInstance::Role SingleInstance::start(const QStringList &files)
{
    if (m_lock.tryLock(0)) {
        listen();
        return Role::First;
    }
    if (m_lock.error() != QLockFile::LockFailedError)
        return Role::First; // no place for a lock: better two windows than none
    return handOver(files) ? Role::Later : Role::Unheard;
}

void SingleInstance::listen()
{
    QLocalServer::removeServer(m_socket); // left by one that crashed; the lock says that nobody uses it
    if (!m_server.listen(m_socket))
        qCWarning(lcUi) << "no socket for later starts:" << m_server.errorString();
}

bool SingleInstance::handOver(const QStringList &files) const
{
    QLocalSocket socket;
    socket.connectToServer(m_socket);
    if (!socket.waitForConnected(patience))
        return false;
    socket.write(QJsonDocument(QJsonArray::fromStringList(files)).toJson(QJsonDocument::Compact) + '\n');
    while (!socket.canReadLine()) {
        if (!socket.waitForReadyRead(patience))
            return false;
    }
    return socket.readLine() == heard;
}

void SingleInstance::read()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        const auto take = [this, socket] {
            if (socket->bytesAvailable() > longestMessage)
                socket->abort();
            if (!socket->canReadLine())
                return;
            const QJsonDocument message = QJsonDocument::fromJson(socket->readLine());
            QStringList files;
            for (const QJsonValue &file : message.array())
                files += file.toString();
            socket->write(heard);
            socket->disconnectFromServer();
            emit filesReceived(files);
        };
        connect(socket, &QLocalSocket::readyRead, this, take);
        take();
    }
}

} // namespace app
