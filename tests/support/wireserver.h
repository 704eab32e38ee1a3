// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/http.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QTcpServer>

#include <chrono>
#include <functional>
#include <memory>

class QTcpSocket;

// What a server says, and in which way it misbehaves while saying it.
struct WireAnswer {
    enum class Fault {
        None,
        Cut, // hangs up without a word
        CutInBody, // promises a byte more than it sends, then hangs up
        HangInBody, // promises a byte more than it sends, then waits
        Silence, // never says a word
    };

    int status = 200;
    core::HttpHeaders headers = {};
    QByteArray body = {};
    Fault fault = Fault::None;
    QByteArray raw = {}; // instead of all this, then hangs up
};

// HTTP/1.1 on a real socket of 127.0.0.1, as little of it as a test needs. What a request gets is the handler's word.
class WireServer : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<WireAnswer(const core::HttpRequest &request)>;

    explicit WireServer(Handler handler);
    WireServer(Handler handler, const QSslCertificate &certificate, const QSslKey &key);
    WireServer(Handler handler, const QSslConfiguration &tls);

    [[nodiscard]] QString origin() const; // http://127.0.0.1:port, without a slash at the end
    [[nodiscard]] int connections() const { return m_connections; } // open ones
    [[nodiscard]] const QStringList &asked() const { return m_asked; } // paths, in order
    void forget() { m_asked.clear(); }
    // Common names of the certificates that clients showed, one for each connection; an empty one where none was.
    [[nodiscard]] const QStringList &shown() const { return m_shown; }
    [[nodiscard]] quint16 port() const { return m_server->serverPort(); }
    [[nodiscard]] std::chrono::nanoseconds busy() const { return m_busy; } // in the handler, all in all

private:
    void listen();
    void accept();
    void read(QTcpSocket *socket);
    static void write(QTcpSocket *socket, const WireAnswer &answer);

    Handler m_handler;
    std::unique_ptr<QTcpServer> m_server;
    QString m_scheme;
    QStringList m_asked;
    QStringList m_shown;
    int m_connections = 0;
    std::chrono::nanoseconds m_busy{0};
};
