// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/http.h"

#include <QHash>
#include <QList>
#include <QNetworkAccessManager>
#include <QSslCertificate>

namespace core {

class NetworkHttpTransport final : public HttpTransport
{
public:
    NetworkHttpTransport();

    [[nodiscard]] Async<HttpResponse> send(const HttpRequest &request, std::stop_token stop) override;

    // Accepts these authorities besides the system's, for this host only. InvalidInput when the file holds none.
    [[nodiscard]] Result<> trust(const QString &host, const QString &pemFile);

private:
    QNetworkAccessManager m_manager;
    QHash<QString, QList<QSslCertificate>> m_authorities;
};

} // namespace core
