// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

namespace core {

// Signs JSON Web Signatures (RFC 7515) with a private key that is handed over each time and not kept: a PEM file's
// bytes (PKCS#8, PKCS#1 or SEC1, without a password) or a JSON Web Key (RFC 7517). RSA from 2048 bits, P-256, P-384,
// P-521, Ed25519, Ed448. InvalidInput for anything else; the detail never holds a part of the key.
class JwtSigner
{
public:
    JwtSigner() = default;
    JwtSigner(const JwtSigner &) = delete;
    JwtSigner &operator=(const JwtSigner &) = delete;
    virtual ~JwtSigner() = default;

    struct KeyFacts {
        QStringList algorithms; // that the key can sign with, the usual one first
        QString keyId; // a JWK's `kid`; empty: it names none
    };
    [[nodiscard]] virtual Result<KeyFacts> describe(const Secret &privateKey) const = 0;
    [[nodiscard]] virtual Result<Secret> makeKey() const = 0; // a new P-256 key, as a JWK
    [[nodiscard]] virtual Result<QByteArray> sign(const QByteArray &algorithm, const Secret &privateKey,
                                                  const QByteArray &bytes) const = 0;
};

// A compact JWS. The header's `alg` says how to sign.
[[nodiscard]] Result<Secret> signJwt(const JwtSigner &signer, const Secret &privateKey, const QJsonObject &header,
                                     const QJsonObject &claims);

} // namespace core
