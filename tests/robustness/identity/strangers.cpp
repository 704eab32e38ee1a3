// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/robustness/identity/strangers.h"

#include "core/identity/form.h"

#include <QEventLoop>
#include <QHostAddress>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace {

QHostAddress addressOf(const QUrl &redirect)
{
    return redirect.host() == "::1"_L1 ? QHostAddress::LocalHostIPv6 : QHostAddress::LocalHost;
}

} // namespace

void Strangers::open(const QUrl &start, const QUrl &redirect)
{
    isOpen = true;
    lastStart = start;
    lastRedirect = redirect;
    auto response = m_op.provider.authorize(start);
    const QString state = response.value(u"state"_s);
    for (auto it = changes.constBegin(); it != changes.constEnd(); ++it) {
        QString value = it.value();
        response.insert(it.key(), value.replace(u"{state}"_s, state).replace(u"{prefix}"_s, state.chopped(1)));
    }
    core::FormFields fields;
    for (auto it = response.constBegin(); it != response.constEnd(); ++it)
        fields.emplace_back(it.key(), it.value());
    m_good = core::encodeForm(fields); // which leaves out what is empty
    m_waiting = messages;
    const bool isForm = start.query().contains("response_mode=form_post"_L1);
    if (isGenuine && isForm)
        m_waiting += "POST {path} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                     "Content-Length: {length}\r\n\r\n{good}";
    else if (isGenuine)
        m_waiting += "GET {path}?{good} HTTP/1.1\r\nHost: {host}\r\n\r\n";
    comeInSilence();
}

// One after the other: more at once than the system keeps waiting would have to try again, a second later.
void Strangers::comeInSilence()
{
    if (static_cast<int>(m_idle.size()) == idle)
        return next();
    m_idle.push_back(std::make_unique<QTcpSocket>());
    QTcpSocket *socket = m_idle.back().get();
    connect(socket, &QTcpSocket::connected, this, [this] { QTimer::singleShot(0, this, &Strangers::comeInSilence); });
    socket->connectToHost(addressOf(lastRedirect), static_cast<quint16>(lastRedirect.port()));
}

QByteArray Strangers::filled(QByteArray message) const
{
    const QByteArray port = QByteArray::number(lastRedirect.port());
    message.replace("{path}", lastRedirect.path().toLatin1())
        .replace("{host}", lastRedirect.authority().toLatin1())
        .replace("{port}", port)
        .replace("{good}", m_good);
    const qsizetype body = message.indexOf("\r\n\r\n") + 4;
    return message.replace("{length}", QByteArray::number(message.size() - body));
}

void Strangers::next()
{
    if (m_waiting.isEmpty())
        return;
    m_socket = std::make_unique<QTcpSocket>();
    QTcpSocket *socket = m_socket.get();
    connect(socket, &QTcpSocket::connected, this, [this, socket] {
        const QByteArray message = filled(m_waiting.takeFirst());
        socket->write(message);
        if (message.startsWith("HALF ")) // goes away in the middle
            socket->disconnectFromHost();
    });
    connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
        answers += socket->readAll();
        QTimer::singleShot(0, this, &Strangers::next);
    });
    socket->connectToHost(addressOf(lastRedirect), static_cast<quint16>(lastRedirect.port()));
}

QByteArray Strangers::say(const QByteArray &message) const
{
    QTcpSocket socket;
    QByteArray answer;
    QEventLoop loop;
    connect(&socket, &QTcpSocket::connected, &loop, [&] { socket.write(filled(message)); });
    connect(&socket, &QTcpSocket::errorOccurred, &loop, &QEventLoop::quit); // refused, or closed by the other end
    QTimer::singleShot(10'000, &loop, &QEventLoop::quit);
    socket.connectToHost(addressOf(lastRedirect), static_cast<quint16>(lastRedirect.port()));
    loop.exec();
    return socket.readAll();
}
