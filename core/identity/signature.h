// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace core {

// Checks a JSON Web Signature (RFC 7515) with a JSON Web Key (RFC 7517): RS/PS/ES 256/384/512 and EdDSA on both
// curves (RFC 7518, 8037). false for anything doubtful: unknown algorithm, key of another kind, RSA under 2048 bits,
// wrong length.
class SignatureVerifier
{
public:
    SignatureVerifier() = default;
    SignatureVerifier(const SignatureVerifier &) = delete;
    SignatureVerifier &operator=(const SignatureVerifier &) = delete;
    virtual ~SignatureVerifier() = default;

    [[nodiscard]] virtual bool verify(const QByteArray &algorithm, const QJsonObject &jwk,
                                      const QByteArray &signedBytes, const QByteArray &signature) const = 0;
    // SHAKE256 of 114 bytes, the hash of Ed448 (RFC 8032, 5.2), which Qt does not have.
    [[nodiscard]] virtual QByteArray shake256(const QByteArray &bytes) const = 0;
};

} // namespace core
