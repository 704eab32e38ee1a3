// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/http/httpexchange.h"

#include "core/adapters/http/certificatealert.h"
#include "core/adapters/http/oncebody.h"
#include "core/base/logging.h"

#include <QNetworkRequest>
#include <QTimer>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

QString describe(const QUrl &url)
{
    return url.toString(QUrl::RemoveQuery | QUrl::RemoveUserInfo | QUrl::RemoveFragment);
}

// A status is an answer, whatever it says; an answer that broke off is none.
bool isAnswer(QNetworkReply::NetworkError error, int status)
{
    // "Send it there instead", which Qt finds it can't: whether to do so was never its to decide.
    if (status == 307 || status == 308)
        return error == QNetworkReply::NoError || error == QNetworkReply::ContentReSendError;
    // The errors of a client's or a server's status come with it; under another they say that the body is not whole.
    if (status < 400)
        return status != 0
            && (error == QNetworkReply::NoError || error == QNetworkReply::ProtocolInvalidOperationError);
    return error == QNetworkReply::NoError || error == QNetworkReply::ProtocolInvalidOperationError
        || (error >= QNetworkReply::ContentAccessDenied && error <= QNetworkReply::UnknownContentError)
        || (error >= QNetworkReply::InternalServerError && error <= QNetworkReply::UnknownServerError);
}

QNetworkRequest wireRequest(const HttpRequest &request, const QSslConfiguration &tls)
{
    QNetworkRequest wire(request.url);
    for (const auto &[name, value] : request.headers)
        wire.setRawHeader(name, value);
    // Every request has a connection of its own, which nobody has to keep.
    wire.setRawHeader("Connection", "close");
    wire.setSslConfiguration(tls);
    wire.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    wire.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    wire.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    if (!request.body.isEmpty()) {
        wire.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
        wire.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    }
    // HTTP/2 in Qt 6.4 loses requests when the server says GOAWAY.
    wire.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    return wire;
}

} // namespace

bool mayBeSent(const QUrl &url)
{
    return url.isValid() && !url.host().isEmpty()
        && (url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isLoopback(url)));
}

QString hostOf(const QNetworkProxy &proxy)
{
    const QByteArray ascii = QUrl::toAce(proxy.hostName());
    return ascii.isEmpty() ? proxy.hostName() : QString::fromLatin1(ascii); // an IPv6 address
}

HttpExchange::HttpExchange(HttpRequest request, ClientCertificate certificate, Network network, QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_certificate(std::move(certificate))
    , m_network(std::move(network))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { end(fail(ErrorCode::Timeout, describe(m_request.url))); });
}

HttpExchange::~HttpExchange()
{
    if (m_reply)
        m_reply->disconnect(this);
}

Async<HttpResponse> HttpExchange::start(const std::stop_token &stop)
{
    m_onStop.watch(stop, this, [this] { end(fail(ErrorCode::Cancelled)); });
    m_timer.start(m_request.timeout);
    send();
    return m_answer.future();
}

void HttpExchange::send()
{
    m_body.clear();
    m_isUntrusted = false;
    m_told = m_network.logins ? m_network.logins->known() : KnownProxies();
    auto [manager, tls] = m_network.line(m_certificate);
    m_manager = std::move(manager);
    const QNetworkRequest wire = wireRequest(m_request, tls);
    if (m_request.body.isEmpty()) {
        m_reply = m_manager->sendCustomRequest(wire, m_request.method);
    } else {
        m_reply = m_manager->sendCustomRequest(wire, m_request.method, new OnceBody(m_request.body, this));
    }
    connect(m_reply, &QNetworkReply::sslErrors, this, [this] { m_isUntrusted = true; });
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpExchange::collect);
    connect(m_reply, &QNetworkReply::finished, this, &HttpExchange::finished);
}

void HttpExchange::collect()
{
    // Qt makes room for all that is asked for, and it stays with the answer.
    m_body += m_reply->read(std::min(m_reply->bytesAvailable(), m_request.maxAnswerBytes + 1 - m_body.size()));
    if (m_body.size() > m_request.maxAnswerBytes)
        end(fail(ErrorCode::LimitReached, "answer too large: "_L1 + describe(m_request.url)));
}

void HttpExchange::finished()
{
    collect();
    if (m_answer.isGiven())
        return;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    qCDebug(lcNet) << m_request.method << describe(m_request.url) << status << m_reply->error();
    if (m_reply->error() == QNetworkReply::ProxyAuthenticationRequiredError && status == 0) {
        if (const QNetworkProxy proxy = m_network.proxy(m_request.url); !proxy.hostName().isEmpty())
            return askForLogin(proxy);
    }
    if (!isAnswer(m_reply->error(), status))
        return end(tl::make_unexpected(failureOf(m_reply->errorString())));
    if (isCertificateWanted(status, m_body))
        return end(tl::make_unexpected(
            certificateError(m_certificate.isEmpty() ? CertificateTrouble::Demanded : CertificateTrouble::Refused,
                             m_request.url.host())));
    HttpResponse response{status, {}, m_body};
    for (const auto &[name, value] : m_reply->rawHeaderPairs())
        response.headers.emplace_back(name, value);
    end(std::move(response));
}

Error HttpExchange::failureOf(const QString &words) const
{
    const QString host = m_request.url.host();
    if (const auto trouble = certificateTrouble(words, !m_certificate.isEmpty()))
        return certificateError(*trouble, host);
    if (m_isUntrusted)
        return untrustedError(host, words);
    return {ErrorCode::Network, host + ": "_L1 + words};
}

// The request has not left this computer yet: a proxy asks before there is a way through it (RFC 9110, 9.3.6). As long
// as somebody looks for the password, time stands still.
void HttpExchange::askForLogin(const QNetworkProxy &proxy)
{
    const QString host = hostOf(proxy);
    if (!m_network.logins)
        return end(tl::make_unexpected(proxyError(host)));
    std::optional<ProxyLogin> told;
    if (m_told.contains(host))
        told = m_told.value(host);
    else if (!proxy.user().isEmpty())
        told = ProxyLogin{proxy.user(), Secret(proxy.password().toUtf8())};
    leaveReply();
    m_timer.stop();
    whenDone(m_network.logins->ask(host, told), this, [this](const Result<> &found) {
        if (!found)
            return end(tl::make_unexpected(found.error()));
        m_timer.start(m_request.timeout);
        send();
    });
}

void HttpExchange::leaveReply()
{
    m_reply->disconnect(this);
    m_reply = nullptr;
    m_manager.release()->deleteLater(); // this may be the reply's own signal
}

void HttpExchange::end(Result<HttpResponse> outcome)
{
    if (m_answer.isGiven())
        return;
    m_answer.give(std::move(outcome));
    m_onStop.forget();
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
    }
    deleteLater();
}

} // namespace core
