// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/clientcertificate.h"

#include <optional>

namespace core {

// What a failed exchange says of the client's certificate, `shown` or not: the server's alert (RFC 8446, 6.2), as
// OpenSSL's words for it, which are all that Qt hands on. Nothing where it failed for another reason.
[[nodiscard]] std::optional<CertificateTrouble> certificateTrouble(const QString &words, bool shown);

// Whether an answer is a web server's own word that it wants a certificate, or another one, where it lets the handshake
// pass: nginx and those made of it.
[[nodiscard]] bool isCertificateWanted(int status, const QByteArray &body);

} // namespace core
