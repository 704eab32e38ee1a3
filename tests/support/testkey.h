// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>

#include <memory>
#include <openssl/evp.h>

// A key pair that a test signs with. Made by OpenSSL, so that what is checked is real.
class TestKey
{
public:
    // By algorithm: RS/PS256.. make RSA, ES256.. the curve of that name, EdDSA and Ed25519 that curve, Ed448 the
    // other.
    static TestKey make(const QByteArray &algorithm, int rsaBits = 2048);

    [[nodiscard]] QJsonObject jwk(const QString &kid = {}) const; // the public half
    [[nodiscard]] QJsonObject privateJwk(const QString &kid = {}) const;
    [[nodiscard]] QByteArray pem(const QByteArray &password = {}) const; // of the private half
    [[nodiscard]] QByteArray sign(const QByteArray &algorithm, const QByteArray &bytes) const;
    // A compact JWS; `kid` is left out when it is empty.
    [[nodiscard]] QByteArray token(const QByteArray &algorithm, const QJsonObject &claims,
                                   const QString &kid = {}) const;

    static TestKey onCurve(const char *name);

private:
    std::shared_ptr<EVP_PKEY> m_key;
};

// header.payload.signature of whatever these are.
QByteArray compactJws(const QJsonObject &header, const QJsonObject &claims, const QByteArray &signature);
