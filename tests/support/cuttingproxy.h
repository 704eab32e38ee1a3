// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>
#include <QUrl>

#include <functional>

class QTcpSocket;

// Stands before a server of the loopback and breaks connections as a network does: a request a connection, passed on
// and answered, unless `next` says otherwise.
class CuttingProxy : public QObject
{
    Q_OBJECT

public:
    enum class Cut {
        Nowhere,
        Before, // the request never reaches the server
        After, // the server has done its work; not a byte of its answer comes through
        Within, // half of the answer comes through
    };

    explicit CuttingProxy(const QUrl &server);

    [[nodiscard]] QUrl url(const QString &path) const; // of the server, as seen through here
    [[nodiscard]] int requests() const { return m_requests; } // that came here
    [[nodiscard]] int passedOn() const { return m_passedOn; } // that reached the server

    std::function<Cut()> next = [] { return Cut::Nowhere; }; // asked once a request

private:
    void accept();
    void read(QTcpSocket *client);
    void passOn(QTcpSocket *client, const QByteArray &request, Cut cut);
    static void answer(QTcpSocket *client, const QByteArray &response, Cut cut);

    QUrl m_target;
    QTcpServer m_server;
    int m_requests = 0;
    int m_passedOn = 0;
};
