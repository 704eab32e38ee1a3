// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"
#include "core/net/clientcertificate.h"

#include <QDateTime>

#include <optional>

namespace core {

// What is in the files of a client certificate. PEM, or PKCS#12 (RFC 7292), told apart by what is in them. Keys: RSA
// and elliptic curves.
struct CertificateBytes {
    Secret certificate;
    Secret key; // empty: in the same
};

// The certificate with its key, when they belong together and the certificate is good at `now`. `passphrase` nothing:
// none is known, and an encrypted key is NoPassphrase. A wrong one is WrongPassphrase.
[[nodiscard]] tl::expected<ClientCertificate, CertificateTrouble>
readCertificate(const CertificateBytes &bytes, const std::optional<Secret> &passphrase, const QDateTime &now);

} // namespace core
