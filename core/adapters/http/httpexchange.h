// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/answer.h"
#include "core/base/onstop.h"
#include "core/net/http.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QSslConfiguration>

#include <functional>

namespace core {

// One request and what becomes of it, redirects included. Lives until it has given its answer.
class HttpExchange final : public QObject
{
    Q_OBJECT

public:
    // How one hop of the request travels: connections that show the same certificate, and no other's.
    struct Line {
        QNetworkAccessManager &manager;
        QSslConfiguration tls;
    };
    using LineFor = std::function<Line(const QUrl &, const ClientCertificate &)>;

    HttpExchange(HttpRequest request, ClientCertificate certificate, LineFor line, QObject *parent);
    ~HttpExchange() override;

    [[nodiscard]] Async<HttpResponse> start(const std::stop_token &stop);

private:
    void send();
    void collect();
    void finished();
    [[nodiscard]] Error failureOf(const QString &words) const;
    [[nodiscard]] bool redirected();
    void end(Result<HttpResponse> outcome);

    HttpRequest m_request;
    ClientCertificate m_certificate; // empty: none is shown
    LineFor m_line;
    Answer<HttpResponse> m_answer;
    QPointer<QNetworkReply> m_reply;
    QByteArray m_body;
    int m_redirects = 0;
    OnStop m_onStop;
};

// True when the request may be sent at all: https, or http to the loopback.
[[nodiscard]] bool mayBeSent(const QUrl &url);

} // namespace core
