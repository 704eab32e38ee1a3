// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapters/http/authorityfiles.h"
#include "core/adapters/http/httpexchange.h"

namespace core {

class NetworkHttpTransport final : public HttpTransport
{
public:
    // Errors besides those of the port: as readAuthorities(). certificates: null where a request that names one is
    // refused (ClientCertificate). logins: null where proxies that want a name and a password refuse every request
    // (ProxyLogin).
    explicit NetworkHttpTransport(ClientCertificates *certificates = nullptr, ProxyLogins *logins = nullptr);
    ~NetworkHttpTransport() override;

    [[nodiscard]] Async<HttpResponse> send(const HttpRequest &request, std::stop_token stop) override;

private:
    [[nodiscard]] Async<HttpResponse> exchange(const HttpRequest &request, const ClientCertificate &certificate,
                                               const std::stop_token &stop);
    [[nodiscard]] HttpExchange::Line line(const ClientCertificate &certificate,
                                          const QList<QSslCertificate> &authorities) const;

    ClientCertificates *m_certificates;
    ProxyLogins *m_logins;
    AuthorityFiles m_authorities;
    QObject m_exchanges; // goes first, with all that are under way
};

} // namespace core
