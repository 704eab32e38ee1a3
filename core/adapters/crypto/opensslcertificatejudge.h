// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/identity/certificatejudge.h"

#include <QHash>

namespace core {

// Authorities by host, and OpenSSL's path building (RFC 5280, 6) from a server's certificate to one of them.
class OpenSslCertificateJudge final : public CertificateJudge
{
public:
    // Errors: as readAuthorities().
    [[nodiscard]] Result<> trust(const QString &host, const QString &pemFile);

    // For a judge in another process: DER, by host.
    [[nodiscard]] const QHash<QString, QList<QByteArray>> &authorities() const { return m_authorities; }
    void setAuthorities(const QHash<QString, QList<QByteArray>> &authorities) { m_authorities = authorities; }

    [[nodiscard]] bool isTrusted(const QString &host, const QList<QByteArray> &chain) const override;

private:
    QHash<QString, QList<QByteArray>> m_authorities; // DER, by host
};

} // namespace core
