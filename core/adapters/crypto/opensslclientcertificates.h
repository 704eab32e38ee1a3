// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapters/crypto/certificatefile.h"
#include "core/base/clock.h"
#include "core/identity/patientsecretstore.h"

#include <QHash>
#include <QObject>

namespace core {

// Client certificates out of files, their passphrases out of the keychain. An opened one is kept in memory until its
// files change; one that can't be opened is tried anew each time.
class OpenSslClientCertificates final : public QObject, public ClientCertificates
{
    Q_OBJECT

public:
    OpenSslClientCertificates(SecretStore &secrets, const Clock &clock);

    [[nodiscard]] Async<ClientCertificate> open(const CertificateFiles &files) override;

private:
    [[nodiscard]] Async<ClientCertificate> openWithKeychain(const CertificateFiles &files,
                                                            const CertificateBytes &bytes);
    [[nodiscard]] Result<ClientCertificate> openWith(const CertificateFiles &files, const CertificateBytes &bytes,
                                                     const std::optional<Secret> &passphrase);

    PatientSecretStore m_secrets; // one that never answers must not hold up a request for ever
    const Clock &m_clock;
    QHash<QByteArray, ClientCertificate> m_open; // by what is in the files
};

} // namespace core
