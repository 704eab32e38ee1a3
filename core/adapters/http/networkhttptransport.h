// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapters/http/httpexchange.h"

#include <QHash>
#include <QList>
#include <QSslCertificate>

namespace core {

class NetworkHttpTransport final : public HttpTransport
{
public:
    // certificates: null where a request that names one is refused (ClientCertificate). logins: null where proxies that
    // want a name and a password refuse every request (ProxyLogin).
    explicit NetworkHttpTransport(ClientCertificates *certificates = nullptr, ProxyLogins *logins = nullptr);
    ~NetworkHttpTransport() override;

    [[nodiscard]] Async<HttpResponse> send(const HttpRequest &request, std::stop_token stop) override;

    // Accepts these authorities besides the system's, for this host only. InvalidInput when the file holds none.
    [[nodiscard]] Result<> trust(const QString &host, const QString &pemFile);

private:
    [[nodiscard]] Async<HttpResponse> exchange(const HttpRequest &request, const ClientCertificate &certificate,
                                               const std::stop_token &stop);
    [[nodiscard]] HttpExchange::Line line(const QUrl &url, const ClientCertificate &certificate);

    ClientCertificates *m_certificates;
    ProxyLogins *m_logins;
    QHash<QString, QList<QSslCertificate>> m_authorities;
    QObject m_exchanges; // goes first, with all that are under way
};

} // namespace core
