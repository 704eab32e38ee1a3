// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

#include <memory>
#include <openssl/evp.h>

namespace core {

template<auto Free>
struct OpenSslFree {
    template<typename T>
    void operator()(T *object) const
    {
        Free(object);
    }
};
using EvpKey = std::unique_ptr<EVP_PKEY, OpenSslFree<EVP_PKEY_free>>;

// The public key in a JSON Web Key: RSA of 2048 to 16384 bits, P-256, P-384, P-521, Ed25519,
// Ed448. Null for anything else.
[[nodiscard]] EvpKey publicKeyOf(const QJsonObject &jwk);

} // namespace core
