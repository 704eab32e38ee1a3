// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/net/clientcertificate.h"
#include "core/net/sentsecrets.h"

#include <QByteArray>
#include <QUrl>

#include <chrono>
#include <stop_token>
#include <utility>
#include <vector>

namespace core {

using HttpHeaders = std::vector<std::pair<QByteArray, QByteArray>>;

struct HttpRequest {
    QByteArray method = "GET";
    QUrl url = {};
    HttpHeaders headers = {}; // may hold an Authorization header: never log them
    QByteArray body = {};
    std::chrono::milliseconds timeout{30'000}; // whole exchange
    qint64 maxAnswerBytes = 8 * 1024 * 1024; // an answer over it ends with LimitReached
    CertificateFiles certificate = {}; // shown if the server asks for one
    QString authorities = {}; // PEM file of those that count besides the system's, for this request alone
};

struct HttpResponse {
    int status = 0;
    HttpHeaders headers;
    QByteArray body = {};
    // Put in by whoever made the request: what no text of this answer may say to anybody.
    SentSecrets sent = {};

    // The first header of that name, ASCII case folded; empty when there is none.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
};

// One way to make an HTTP request. Any status is an answer, a redirect too, which is not followed: what is sent is for
// one origin alone (RFC 9700, 4.12). Only no answer is an error (Network, Timeout, Cancelled,
// LimitReached, ClientCertificate, ProxyLogin). http is refused (InvalidInput) for hosts that are not loopback.
class HttpTransport
{
public:
    HttpTransport() = default;
    HttpTransport(const HttpTransport &) = delete;
    HttpTransport &operator=(const HttpTransport &) = delete;
    virtual ~HttpTransport() = default;

    [[nodiscard]] virtual Async<HttpResponse> send(const HttpRequest &request, std::stop_token stop) = 0;
};

// That a host's certificate was not taken, so that nothing was sent to it: Network. `words`: why, for the log.
[[nodiscard]] Error untrustedError(const QString &host, const QString &words);
// The host of such an error; empty for every other.
[[nodiscard]] QString untrustedHost(const Error &error);

// True for 127.0.0.0/8, ::1 and localhost.
[[nodiscard]] bool isLoopback(const QUrl &url);

// The same scheme, host and port (RFC 6454, 5).
[[nodiscard]] bool isSameOrigin(const QUrl &a, const QUrl &b);

} // namespace core
