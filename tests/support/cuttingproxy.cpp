// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cuttingproxy.h"

#include <QPointer>
#include <QTcpSocket>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

// Nothing: more has to come. Only what the client and the server of the tests send: a length, or no body.
bool isWhole(const QByteArray &request)
{
    const qsizetype head = request.indexOf("\r\n\r\n");
    if (head < 0)
        return false;
    const QByteArray lower = request.left(head).toLower();
    const qsizetype at = lower.indexOf("\r\ncontent-length:");
    const qsizetype length = at < 0 ? 0 : lower.mid(at + 17).split('\r').first().trimmed().toLongLong();
    return request.size() >= head + 4 + length;
}

// One answer a connection, so that its end is the answer's end.
QByteArray withoutKeepAlive(QByteArray request)
{
    const qsizetype head = request.indexOf("\r\n\r\n");
    QByteArrayList lines = request.left(head).split('\n');
    lines.removeIf([](const QByteArray &line) { return line.toLower().startsWith("connection:"); });
    return lines.join('\n') + "\r\nConnection: close" + request.mid(head);
}

} // namespace

CuttingProxy::CuttingProxy(const QUrl &server)
    : m_target(server)
{
    connect(&m_server, &QTcpServer::newConnection, this, &CuttingProxy::accept);
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("the loopback takes no listener");
}

QUrl CuttingProxy::url(const QString &path) const
{
    return QUrl(u"http://127.0.0.1:%1%2"_s.arg(m_server.serverPort()).arg(path));
}

void CuttingProxy::accept()
{
    while (QTcpSocket *client = m_server.nextPendingConnection()) {
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        connect(client, &QTcpSocket::readyRead, this, [this, client] { read(client); });
    }
}

void CuttingProxy::read(QTcpSocket *client)
{
    const QByteArray request = client->property("request").toByteArray() + client->readAll();
    client->setProperty("request", request);
    if (!isWhole(request))
        return;
    client->setProperty("request", QByteArray());
    ++m_requests;
    const Cut cut = next();
    if (cut == Cut::Before)
        client->abort();
    else
        passOn(client, request, cut);
}

void CuttingProxy::passOn(QTcpSocket *client, const QByteArray &request, Cut cut)
{
    ++m_passedOn;
    auto *server = new QTcpSocket(this); // lives until the server is done, even when the client has gone
    connect(server, &QTcpSocket::disconnected, server, [server, client = QPointer<QTcpSocket>(client), cut] {
        if (client)
            answer(client, server->readAll(), cut);
        server->deleteLater();
    });
    connect(server, &QTcpSocket::connected, server, [server, request] { server->write(withoutKeepAlive(request)); });
    server->connectToHost(m_target.host(), static_cast<quint16>(m_target.port()));
}

void CuttingProxy::answer(QTcpSocket *client, const QByteArray &response, Cut cut)
{
    if (cut == Cut::After)
        return client->abort();
    client->write(cut == Cut::Within ? response.left(response.size() / 2) : response);
    client->disconnectFromHost();
}
