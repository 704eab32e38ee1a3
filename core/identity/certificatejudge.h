// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace core {

// Says whether a server's certificate, which the system does not trust, comes from an authority that a profile names
// for this very host (`extra_ca`).
class CertificateJudge
{
public:
    CertificateJudge() = default;
    CertificateJudge(const CertificateJudge &) = delete;
    CertificateJudge &operator=(const CertificateJudge &) = delete;
    virtual ~CertificateJudge() = default;

    // `chain`: DER, the server's own certificate first. Validity, purpose and name are checked as well.
    [[nodiscard]] virtual bool isTrusted(const QString &host, const QList<QByteArray> &chain) const = 0;
};

} // namespace core
