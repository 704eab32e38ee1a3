// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/wireserver.h"

#include <QSslConfiguration>
#include <QSslServer>
#include <QTcpSocket>

#include <optional>

using namespace Qt::Literals::StringLiterals;
using Fault = WireAnswer::Fault;

namespace {

// The first whole request in the bytes, which it takes out of them.
std::optional<core::HttpRequest> takeRequest(QByteArray &bytes, const QString &origin)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return std::nullopt;
    core::HttpRequest request;
    const auto lines = bytes.left(end).split('\n');
    const auto first = lines.first().split(' ');
    request.method = first.value(0);
    request.url = QUrl(origin + QString::fromLatin1(first.value(1)), QUrl::StrictMode);
    qsizetype size = 0;
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.emplace_back(line.left(colon), line.mid(colon + 1).trimmed());
        if (line.left(colon).compare("Content-Length", Qt::CaseInsensitive) == 0)
            size = line.mid(colon + 1).trimmed().toLongLong();
    }
    if (bytes.size() < end + 4 + size)
        return std::nullopt;
    request.body = bytes.mid(end + 4, size);
    bytes.remove(0, end + 4 + size);
    return request;
}

QSslConfiguration serving(const QSslCertificate &certificate, const QSslKey &key)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(certificate);
    tls.setPrivateKey(key);
    return tls;
}

QByteArray headOf(const WireAnswer &answer)
{
    const bool isShort = answer.fault == Fault::CutInBody || answer.fault == Fault::HangInBody;
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status)
        + " As Asked\r\nContent-Length: " + QByteArray::number(answer.body.size() + (isShort ? 1 : 0)) + "\r\n";
    for (const auto &[name, value] : answer.headers)
        head += name + ": " + value + "\r\n";
    return head + "\r\n";
}

} // namespace

WireServer::WireServer(Handler handler)
    : m_handler(std::move(handler))
    , m_server(std::make_unique<QTcpServer>())
    , m_scheme(u"http"_s)
{
    listen();
}

WireServer::WireServer(Handler handler, const QSslCertificate &certificate, const QSslKey &key)
    : WireServer(std::move(handler), serving(certificate, key))
{
}

WireServer::WireServer(Handler handler, const QSslConfiguration &tls)
    : m_handler(std::move(handler))
    , m_scheme(u"https"_s)
{
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(tls);
    m_server = std::move(server);
    listen();
}

void WireServer::listen()
{
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &WireServer::accept);
    if (!m_server->listen(QHostAddress::LocalHost))
        qFatal("no port of the loopback is free");
}

QString WireServer::origin() const
{
    return u"%1://127.0.0.1:%2"_s.arg(m_scheme).arg(m_server->serverPort());
}

void WireServer::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        ++m_connections;
        if (const auto *tls = qobject_cast<QSslSocket *>(socket))
            m_shown += tls->peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0);
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            --m_connections;
            socket->deleteLater();
        });
        read(socket);
    }
}

void WireServer::read(QTcpSocket *socket)
{
    QByteArray bytes = socket->property("bytes").toByteArray() + socket->readAll();
    while (const auto request = takeRequest(bytes, origin())) {
        m_asked += request->url.path();
        const auto begin = std::chrono::steady_clock::now();
        const WireAnswer answer = m_handler(*request);
        m_busy += std::chrono::steady_clock::now() - begin;
        write(socket, answer);
    }
    socket->setProperty("bytes", bytes);
}

void WireServer::write(QTcpSocket *socket, const WireAnswer &answer)
{
    if (answer.fault == Fault::Cut)
        return socket->abort();
    if (answer.fault == Fault::Silence)
        return;
    socket->write(answer.raw.isEmpty() ? headOf(answer) + answer.body : answer.raw);
    if (answer.fault == Fault::CutInBody || !answer.raw.isEmpty())
        socket->disconnectFromHost();
}
