// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/http/networkhttptransport.h"

#include "core/identity/stoppable.h"

#include <QHostAddress>
#include <QNetworkProxyFactory>
#include <QSslKey>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

// The system's proxy, except for this machine: what is sent to the loopback stays on it.
QList<QNetworkProxy> proxiesFor(const QNetworkProxyQuery &query)
{
    const QString host = query.peerHostName();
    if (host == "localhost"_L1 || QHostAddress(host).isLoopback())
        return {QNetworkProxy(QNetworkProxy::NoProxy)};
    return QNetworkProxyFactory::systemProxyForQuery(query);
}

// With what is known of names and passwords.
class ProxyChoice final : public QNetworkProxyFactory
{
public:
    explicit ProxyChoice(const ProxyLogins *logins)
        : m_logins(logins)
    {
    }

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        QList<QNetworkProxy> proxies = proxiesFor(query);
        const KnownProxies known = m_logins ? m_logins->known() : KnownProxies();
        for (QNetworkProxy &proxy : proxies) {
            const auto login = known.constFind(hostOf(proxy));
            if (login == known.constEnd())
                continue;
            proxy.setUser(login->user);
            proxy.setPassword(QString::fromUtf8(login->password.reveal()));
        }
        return proxies;
    }

private:
    const ProxyLogins *m_logins;
};

// TLS takes a key with its kind; a PEM text without a header of its own kind doesn't say it.
QSslKey keyOf(const ClientCertificate &certificate)
{
    const QSslKey rsa(certificate.key.reveal(), QSsl::Rsa);
    return rsa.isNull() ? QSslKey(certificate.key.reveal(), QSsl::Ec) : rsa;
}

void show(QSslConfiguration &tls, const ClientCertificate &certificate)
{
    QList<QSslCertificate> chain;
    for (const QByteArray &der : certificate.chain)
        chain += QSslCertificate(der, QSsl::Der);
    tls.setLocalCertificateChain(chain);
    tls.setPrivateKey(keyOf(certificate));
}

} // namespace

NetworkHttpTransport::NetworkHttpTransport(ClientCertificates *certificates, ProxyLogins *logins)
    : m_certificates(certificates)
    , m_logins(logins)
{
}

NetworkHttpTransport::~NetworkHttpTransport() = default;

Async<HttpResponse> NetworkHttpTransport::send(const HttpRequest &request, std::stop_token stop)
{
    if (!mayBeSent(request.url))
        return ready<HttpResponse>(
            fail(ErrorCode::InvalidInput, "cleartext is for this machine only: "_L1 + request.url.host()));
    if (stop.stop_requested())
        return ready<HttpResponse>(fail(ErrorCode::Cancelled));
    if (request.certificate.isEmpty())
        return exchange(request, {}, stop);
    if (!m_certificates)
        return ready<HttpResponse>(
            tl::make_unexpected(certificateError(CertificateTrouble::Missing, request.certificate.certificate)));
    const auto opened = stoppable(m_certificates->open(request.certificate), &m_exchanges, stop);
    return andThen(opened, &m_exchanges, [this, request, stop](const ClientCertificate &certificate) {
        return exchange(request, certificate, stop);
    });
}

Async<HttpResponse> NetworkHttpTransport::exchange(const HttpRequest &request, const ClientCertificate &certificate,
                                                   const std::stop_token &stop)
{
    QList<QSslCertificate> authorities;
    if (!request.authorities.isEmpty()) {
        auto read = m_authorities.certificates(request.authorities);
        if (!read)
            return ready<HttpResponse>(tl::make_unexpected(read.error()));
        authorities = *std::move(read);
    }
    const HttpExchange::Network network{
        [this, authorities](const ClientCertificate &shown) { return line(shown, authorities); },
        [](const QUrl &url) { return proxiesFor(QNetworkProxyQuery(url)).value(0); }, m_logins};
    return (new HttpExchange(request, certificate, network, &m_exchanges))->start(stop);
}

HttpExchange::Line NetworkHttpTransport::line(const ClientCertificate &certificate,
                                              const QList<QSslCertificate> &authorities) const
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.addCaCertificates(authorities);
    if (!certificate.isEmpty())
        show(tls, certificate);
    // A code, a refresh token or a paid extraction must not go out twice unasked, so that Qt may not send again what a
    // kept connection swallowed. No connection is kept therefore: a server may close one without a word (RFC
    // 9112, 9.6), and Qt keeps them by host, whatever certificate was shown. A manager has its connections to itself;
    // emptying a common one would take those that are under way.
    auto manager = std::make_unique<QNetworkAccessManager>();
    manager->setProxyFactory(new ProxyChoice(m_logins)); // which then is the manager's
    return {std::move(manager), tls};
}

} // namespace core
