// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/http/loopbackconnection.h"

#include "core/identity/redirectpage.h"

#include <QTimer>

namespace core {

LoopbackConnection::LoopbackConnection(QTcpSocket *socket, std::chrono::milliseconds patience, Handler handler,
                                       QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_handler(std::move(handler))
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(largestLoopbackRequest);
    connect(m_socket, &QTcpSocket::readyRead, this, &LoopbackConnection::read);
    connect(m_socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    QTimer::singleShot(patience, this, [this] {
        m_socket->abort();
        deleteLater();
    });
    read();
}

void LoopbackConnection::read()
{
    const QByteArray fresh = m_socket->readAll();
    if (m_answered)
        return;
    m_bytes += fresh;
    LoopbackRequest request;
    switch (parseLoopbackRequest(m_bytes, request)) {
    case LoopbackParse::Incomplete:
        return;
    case LoopbackParse::Malformed:
        return answer(plainLoopbackAnswer(400));
    case LoopbackParse::Complete:
        return answer(m_handler(request));
    }
}

void LoopbackConnection::answer(const QByteArray &bytes)
{
    m_answered = true;
    m_bytes.clear();
    m_socket->write(bytes);
    m_socket->flush(); // into the system's hands: the listener may be gone in the next moment
    m_socket->disconnectFromHost();
}

} // namespace core
