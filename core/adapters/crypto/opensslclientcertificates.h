// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapters/crypto/certificatefile.h"
#include "core/base/clock.h"
#include "core/identity/patientsecretstore.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace core {

// Client certificates out of files, their passphrases out of the keychain. Opened ones are kept in memory until nobody
// has asked for one for a minute, each until its files change; one that can't be opened is tried anew each time.
class OpenSslClientCertificates final : public QObject, public ClientCertificates
{
    Q_OBJECT

public:
    OpenSslClientCertificates(SecretStore &secrets, const Clock &clock);

    [[nodiscard]] Async<ClientCertificate> open(const CertificateFiles &files) override;
    void setPatience(std::chrono::milliseconds untilForgotten) { m_forgetting.setInterval(untilForgotten); }

private:
    [[nodiscard]] Async<ClientCertificate> openWithKeychain(const CertificateFiles &files,
                                                            const CertificateBytes &bytes);
    [[nodiscard]] Result<ClientCertificate> openWith(const CertificateFiles &files, const CertificateBytes &bytes,
                                                     const std::optional<Secret> &passphrase);

    PatientSecretStore m_secrets; // one that never answers must not hold up a request for ever
    const Clock &m_clock;
    struct Opened {
        QByteArray fingerprint; // of what is in the files
        ClientCertificate certificate;
    };
    QHash<QString, Opened> m_open; // by the files' paths
    QTimer m_forgetting;
};

} // namespace core
