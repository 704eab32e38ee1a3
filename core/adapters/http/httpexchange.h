// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/answer.h"
#include "core/base/onstop.h"
#include "core/net/http.h"
#include "core/net/proxylogin.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QSslConfiguration>
#include <QTimer>

#include <functional>
#include <memory>

namespace core {

// One request and what becomes of it. Lives until it has given its answer.
class HttpExchange final : public QObject
{
    Q_OBJECT

public:
    // How the request travels: connections of its own.
    struct Line {
        std::unique_ptr<QNetworkAccessManager> manager;
        QSslConfiguration tls;
    };
    struct Network {
        std::function<Line(const ClientCertificate &)> line;
        std::function<QNetworkProxy(const QUrl &)> proxy; // as the system names it
        ProxyLogins *logins; // null: a proxy that asks gets no answer
    };

    HttpExchange(HttpRequest request, ClientCertificate certificate, Network network, QObject *parent);
    ~HttpExchange() override;

    [[nodiscard]] Async<HttpResponse> start(const std::stop_token &stop);

private:
    void send();
    void collect();
    void finished();
    [[nodiscard]] Error failureOf(const QString &words) const;
    void askForLogin(const QNetworkProxy &proxy);
    void leaveReply();
    void end(Result<HttpResponse> outcome);

    HttpRequest m_request;
    ClientCertificate m_certificate; // empty: none is shown
    Network m_network;
    KnownProxies m_told; // what a proxy on the way was told, if it asked
    Answer<HttpResponse> m_answer;
    std::unique_ptr<QNetworkAccessManager> m_manager;
    QPointer<QNetworkReply> m_reply; // which it owns
    QByteArray m_body;
    bool m_isUntrusted = false; // the server: no authority vouches for its certificate
    QTimer m_timer;
    OnStop m_onStop;
};

// The host of a proxy as it is asked about: ASCII.
[[nodiscard]] QString hostOf(const QNetworkProxy &proxy);

// True when the request may be sent at all: https, or http to the loopback.
[[nodiscard]] bool mayBeSent(const QUrl &url);

} // namespace core
