// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tunnelproxy.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QTcpSocket>

TunnelProxy::TunnelProxy(const QByteArray &user, const QByteArray &password, quint16 target)
    : m_expected("Basic " + (user + ':' + password).toBase64())
    , m_target(target)
{
    m_server.setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("no port of the loopback is free");
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *client = m_server.nextPendingConnection()) {
            connect(client, &QTcpSocket::readyRead, this, [this, client] { read(client); });
            connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        }
    });
}

QByteArray TunnelProxy::address(const QByteArray &user, const QByteArray &password) const
{
    const QByteArray login =
        user.isEmpty() ? QByteArray() : user.toPercentEncoding() + ':' + password.toPercentEncoding() + '@';
    return "http://" + login + "127.0.0.1:" + QByteArray::number(m_server.serverPort());
}

void TunnelProxy::read(QTcpSocket *client)
{
    if (auto *server = client->findChild<QTcpSocket *>()) {
        server->write(client->readAll());
        return;
    }
    if (!client->peek(64 * 1024).contains("\r\n\r\n"))
        return;
    const QByteArray head = client->readAll();
    asked += head.split(' ').value(1);
    QByteArray shown;
    for (const QByteArray &line : head.split('\n')) {
        if (line.toLower().startsWith("proxy-authorization:"))
            shown = line.mid(line.indexOf(':') + 1).trimmed();
    }
    if (head.startsWith("CONNECT ") && shown == m_expected) {
        ++tunnels;
        return open(client);
    }
    ++refused;
    client->write("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"Acme\"\r\n"
                  "Content-Length: 0\r\n\r\n");
}

void TunnelProxy::open(QTcpSocket *client) const
{
    auto *server = new QTcpSocket(client);
    server->setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    connect(server, &QTcpSocket::connected, client,
            [client] { client->write("HTTP/1.1 200 Connection established\r\n\r\n"); });
    connect(server, &QTcpSocket::readyRead, client, [client, server] { client->write(server->readAll()); });
    connect(server, &QTcpSocket::disconnected, client, [client, server] {
        client->write(server->readAll());
        client->disconnectFromHost();
    });
    server->connectToHost(QHostAddress(QHostAddress::LocalHost), m_target);
}
