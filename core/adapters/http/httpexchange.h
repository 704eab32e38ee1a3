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
    using TlsFor = std::function<QSslConfiguration(const QUrl &)>;

    HttpExchange(QNetworkAccessManager &manager, HttpRequest request, TlsFor tls);
    ~HttpExchange() override;

    [[nodiscard]] Async<HttpResponse> start(const std::stop_token &stop);

private:
    void send();
    void collect();
    void finished();
    [[nodiscard]] bool redirected();
    void end(Result<HttpResponse> outcome);

    QNetworkAccessManager &m_manager;
    HttpRequest m_request;
    TlsFor m_tls;
    Answer<HttpResponse> m_answer;
    QPointer<QNetworkReply> m_reply;
    QByteArray m_body;
    int m_redirects = 0;
    OnStop m_onStop;
};

// True when the request may be sent at all: https, or http to the loopback.
[[nodiscard]] bool mayBeSent(const QUrl &url);

} // namespace core
