// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/crypto/jwkkey.h"

#include "core/adapters/crypto/keyfromparameters.h"
#include "core/identity/base64url.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

using Number = std::unique_ptr<BIGNUM, OpenSslFree<BN_free>>;

std::optional<QByteArray> bytesIn(const QJsonObject &jwk, QLatin1StringView member)
{
    const auto bytes = fromBase64Url(jwk.value(member).toString().toLatin1());
    return bytes && !bytes->isEmpty() ? bytes : std::nullopt;
}

const unsigned char *data(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

EvpKey rsaKey(const QJsonObject &jwk)
{
    const auto modulus = bytesIn(jwk, "n"_L1);
    const auto exponent = bytesIn(jwk, "e"_L1);
    // An exponent of more than eight bytes is not a key but work.
    if (!modulus || !exponent || modulus->size() > 2048 || exponent->size() > 8)
        return nullptr;
    const Number n(BN_bin2bn(data(*modulus), static_cast<int>(modulus->size()), nullptr));
    const Number e(BN_bin2bn(data(*exponent), static_cast<int>(exponent->size()), nullptr));
    const ParameterBuilder builder(OSSL_PARAM_BLD_new());
    if (!n || !e || !builder || BN_num_bits(n.get()) < 2048 || !BN_is_odd(e.get()) || BN_is_one(e.get())
        || !OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get())
        || !OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get()))
        return nullptr;
    return keyFromParameters("RSA", EVP_PKEY_PUBLIC_KEY, builder.get());
}

EvpKey ecKey(const QJsonObject &jwk)
{
    const QString curve = jwk.value("crv"_L1).toString();
    const qsizetype size = curve == "P-256"_L1 ? 32 : curve == "P-384"_L1 ? 48 : curve == "P-521"_L1 ? 66 : 0;
    const auto x = bytesIn(jwk, "x"_L1);
    const auto y = bytesIn(jwk, "y"_L1);
    if (size == 0 || !x || !y || x->size() != size || y->size() != size)
        return nullptr;
    const QByteArray name = curve.toLatin1();
    const QByteArray point = '\x04' + *x + *y;
    const ParameterBuilder builder(OSSL_PARAM_BLD_new());
    if (!builder || !OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, name.constData(), 0)
        || !OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.constData(),
                                             static_cast<std::size_t>(point.size())))
        return nullptr;
    EvpKey key = keyFromParameters("EC", EVP_PKEY_PUBLIC_KEY, builder.get());
    const KeyContext check(key ? EVP_PKEY_CTX_new_from_pkey(nullptr, key.get(), nullptr) : nullptr);
    return check && EVP_PKEY_public_check(check.get()) == 1 ? std::move(key) : nullptr;
}

EvpKey edwardsKey(const QJsonObject &jwk)
{
    const auto x = bytesIn(jwk, "x"_L1);
    const QString curve = jwk.value("crv"_L1).toString();
    const qsizetype size = curve == "Ed25519"_L1 ? 32 : curve == "Ed448"_L1 ? 57 : 0;
    if (size == 0 || !x || x->size() != size)
        return nullptr;
    return EvpKey(EVP_PKEY_new_raw_public_key(size == 32 ? EVP_PKEY_ED25519 : EVP_PKEY_ED448, nullptr, data(*x),
                                              static_cast<std::size_t>(size)));
}

} // namespace

EvpKey publicKeyOf(const QJsonObject &jwk)
{
    const QString type = jwk.value("kty"_L1).toString();
    if (type == "RSA"_L1)
        return rsaKey(jwk);
    if (type == "EC"_L1)
        return ecKey(jwk);
    return type == "OKP"_L1 ? edwardsKey(jwk) : nullptr;
}

} // namespace core
