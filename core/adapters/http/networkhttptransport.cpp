// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/http/networkhttptransport.h"

#include "core/adapters/http/httpexchange.h"

#include <QHostAddress>
#include <QNetworkProxyFactory>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

// The system's proxy, except for this machine: what is sent to the loopback stays on it.
class ProxyChoice final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        const QString host = query.peerHostName();
        if (host == "localhost"_L1 || QHostAddress(host).isLoopback())
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return systemProxyForQuery(query);
    }
};

} // namespace

NetworkHttpTransport::NetworkHttpTransport()
{
    auto proxies = std::make_unique<ProxyChoice>();
    m_manager.setProxyFactory(proxies.release()); // which then owns it
    m_manager.setStrictTransportSecurityEnabled(true);
}

Async<HttpResponse> NetworkHttpTransport::send(const HttpRequest &request, std::stop_token stop)
{
    if (!mayBeSent(request.url))
        return ready<HttpResponse>(
            fail(ErrorCode::InvalidInput, "cleartext is for this machine only: "_L1 + request.url.host()));
    if (stop.stop_requested())
        return ready<HttpResponse>(fail(ErrorCode::Cancelled));
    auto *exchange = new HttpExchange(m_manager, request, [this](const QUrl &url) {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setProtocol(QSsl::TlsV1_2OrLater);
        tls.addCaCertificates(m_authorities.value(url.host()));
        return tls;
    });
    return exchange->start(stop);
}

Result<> NetworkHttpTransport::trust(const QString &host, const QString &pemFile)
{
    const auto certificates = QSslCertificate::fromPath(pemFile, QSsl::Pem);
    if (certificates.isEmpty())
        return fail(ErrorCode::InvalidInput, "extra_ca: no certificate in "_L1 + pemFile);
    m_authorities[host] += certificates;
    return {};
}

} // namespace core
