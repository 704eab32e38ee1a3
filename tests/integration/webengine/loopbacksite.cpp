// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/webengine/loopbacksite.h"

#include <QTcpSocket>

LoopbackSite::LoopbackSite()
{
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("no port on the loopback");
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { answer(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    });
}

void LoopbackSite::put(const QString &path, const QByteArray &body)
{
    put(path, Page{body});
}

void LoopbackSite::put(const QString &path, const Page &page)
{
    m_pages.insert(path, page);
}

void LoopbackSite::redirect(const QString &path, const QByteArray &target)
{
    put(path, {{}, "302 Found", "Location: " + target + "\r\n"});
}

QUrl LoopbackSite::url(const QString &path) const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_server.serverPort()).arg(path));
}

bool LoopbackSite::wasAsked(const QString &path) const
{
    return std::any_of(asked.begin(), asked.end(), [&path](const QString &each) { return each.startsWith(path); });
}

void LoopbackSite::answer(QTcpSocket *socket)
{
    if (!socket->peek(64 * 1024).contains("\r\n\r\n"))
        return;
    const QByteArray head = socket->readAll();
    const QString target = QString::fromLatin1(head.split(' ').value(1));
    requests += head;
    asked += target;
    const QString path = target.section(u'?', 0, 0);
    const Page page = m_pages.value(path, Page{"<p>nothing here</p>", "404 Not Found"});
    socket->write("HTTP/1.1 " + page.status + "\r\n" + page.headers + "Connection: close\r\nContent-Length: "
                  + QByteArray::number(page.body.size()) + "\r\n\r\n" + page.body);
    socket->disconnectFromHost();
}
