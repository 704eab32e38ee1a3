// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QTcpServer>
#include <QUrl>

class QTcpSocket;

// An HTTP proxy on the loopback that wants a name and a password (RFC 7617) before it makes a tunnel (RFC 9110, 9.3.6).
// Whatever host is asked for, the tunnel leads to one server of the test.
class TunnelProxy : public QObject
{
    Q_OBJECT

public:
    TunnelProxy(const QByteArray &user, const QByteArray &password, quint16 target);

    // As https_proxy takes it; with a name and a password when there is a name.
    [[nodiscard]] QByteArray address(const QByteArray &user = {}, const QByteArray &password = {}) const;

    QByteArrayList asked; // hosts with their ports, in order, refused ones too
    int refused = 0;
    int tunnels = 0;

private:
    void read(QTcpSocket *client);
    void open(QTcpSocket *client) const;

    QByteArray m_expected;
    quint16 m_target;
    QTcpServer m_server;
};

// https_proxy for as long as this lives.
class ProxyInEnvironment
{
public:
    explicit ProxyInEnvironment(const QByteArray &address) { qputenv("https_proxy", address); }
    ~ProxyInEnvironment() { qunsetenv("https_proxy"); }
    ProxyInEnvironment(const ProxyInEnvironment &) = delete;
    ProxyInEnvironment &operator=(const ProxyInEnvironment &) = delete;
};
