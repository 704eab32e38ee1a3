// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/crypto/privatekey.h"

#include "core/adapters/crypto/keyfromparameters.h"
#include "core/identity/base64url.h"
#include "core/identity/strictjson.h"

#include <array>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/pem.h>
#include <utility>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

using Number = std::unique_ptr<BIGNUM, OpenSslFree<BN_clear_free>>;
using Memory = std::unique_ptr<BIO, OpenSslFree<BIO_free>>;

constexpr qsizetype largestKey = 64 * 1024;

const unsigned char *data(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

QByteArray bytesIn(const QJsonObject &jwk, const char *member)
{
    return fromBase64Url(jwk.value(QLatin1StringView(member)).toString().toLatin1()).value_or(QByteArray());
}

Secret secretIn(const QJsonObject &jwk, const char *member)
{
    return Secret(bytesIn(jwk, member));
}

// RFC 7518, 6.3: n, e and d, and the primes with what is made of them, all or none.
EvpKey rsaKey(const QJsonObject &jwk)
{
    constexpr std::array<std::pair<const char *, const char *>, 8> members{{{"n", OSSL_PKEY_PARAM_RSA_N},
                                                                            {"e", OSSL_PKEY_PARAM_RSA_E},
                                                                            {"d", OSSL_PKEY_PARAM_RSA_D},
                                                                            {"p", OSSL_PKEY_PARAM_RSA_FACTOR1},
                                                                            {"q", OSSL_PKEY_PARAM_RSA_FACTOR2},
                                                                            {"dp", OSSL_PKEY_PARAM_RSA_EXPONENT1},
                                                                            {"dq", OSSL_PKEY_PARAM_RSA_EXPONENT2},
                                                                            {"qi", OSSL_PKEY_PARAM_RSA_COEFFICIENT1}}};
    const std::size_t count = jwk.contains("p"_L1) ? members.size() : 3;
    const ParameterBuilder builder(OSSL_PARAM_BLD_new());
    std::vector<Number> numbers; // the builder only points to them
    for (std::size_t i = 0; i < count; ++i) {
        const Secret number = secretIn(jwk, members.at(i).first);
        const QByteArray &bytes = number.reveal();
        if (!builder || bytes.isEmpty() || bytes.size() > 2048)
            return nullptr;
        numbers.emplace_back(BN_bin2bn(data(bytes), static_cast<int>(bytes.size()), BN_secure_new()));
        if (!OSSL_PARAM_BLD_push_BN(builder.get(), members.at(i).second, numbers.back().get()))
            return nullptr;
    }
    return keyFromParameters("RSA", EVP_PKEY_KEYPAIR, builder.get());
}

EvpKey ecKey(const QJsonObject &jwk)
{
    const QByteArray curve = jwk.value("crv"_L1).toString().toLatin1();
    const qsizetype size = curve == "P-256" ? 32 : curve == "P-384" ? 48 : curve == "P-521" ? 66 : 0;
    const Secret kept = secretIn(jwk, "d");
    const QByteArray &secret = kept.reveal();
    const QByteArray x = bytesIn(jwk, "x");
    const QByteArray y = bytesIn(jwk, "y");
    const ParameterBuilder builder(OSSL_PARAM_BLD_new());
    if (!builder || size == 0 || secret.size() != size || x.size() != size || y.size() != size)
        return nullptr;
    const Number number(BN_bin2bn(data(secret), static_cast<int>(secret.size()), BN_secure_new()));
    const QByteArray point = '\x04' + x + y;
    if (!OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, curve.constData(), 0)
        || !OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_PRIV_KEY, number.get())
        || !OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.constData(),
                                             static_cast<std::size_t>(point.size())))
        return nullptr;
    return keyFromParameters("EC", EVP_PKEY_KEYPAIR, builder.get());
}

EvpKey edwardsKey(const QJsonObject &jwk)
{
    const Secret kept = secretIn(jwk, "d");
    const QByteArray &secret = kept.reveal();
    const QString curve = jwk.value("crv"_L1).toString();
    const qsizetype size = curve == "Ed25519"_L1 ? 32 : curve == "Ed448"_L1 ? 57 : 0;
    if (size == 0 || secret.size() != size)
        return nullptr;
    return EvpKey(EVP_PKEY_new_raw_private_key(size == 32 ? EVP_PKEY_ED25519 : EVP_PKEY_ED448, nullptr, data(secret),
                                               static_cast<std::size_t>(size)));
}

EvpKey jwkPrivateKey(const QJsonObject &jwk)
{
    const QString type = jwk.value("kty"_L1).toString();
    if (type == "RSA"_L1)
        return rsaKey(jwk);
    if (type == "EC"_L1)
        return ecKey(jwk);
    return type == "OKP"_L1 ? edwardsKey(jwk) : nullptr;
}

EvpKey pemPrivateKey(const QByteArray &pem)
{
    const Memory memory(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    // Without a callback of ours OpenSSL would ask for a password on the terminal.
    const auto noPassword = [](char *, int, int, void *) { return -1; };
    return EvpKey(memory ? PEM_read_bio_PrivateKey(memory.get(), nullptr, noPassword, nullptr) : nullptr);
}

// The size does not tell it: secp256k1 has 256 bits too.
bool isNistCurve(const EVP_PKEY *key)
{
    std::array<char, 64> name{};
    std::size_t size = 0;
    if (EVP_PKEY_get_group_name(key, name.data(), name.size(), &size) != 1)
        return false;
    const QByteArray curve(name.data());
    return curve == "prime256v1" || curve == "P-256" || curve == "secp384r1" || curve == "P-384" || curve == "secp521r1"
        || curve == "P-521";
}

bool isStrongEnough(const EVP_PKEY *key)
{
    const int bits = EVP_PKEY_get_bits(key);
    switch (EVP_PKEY_get_base_id(key)) {
    case EVP_PKEY_RSA:
        return bits >= 2048 && bits <= 16384;
    case EVP_PKEY_EC:
        return isNistCurve(key);
    default:
        return EVP_PKEY_get_base_id(key) == EVP_PKEY_ED25519 || EVP_PKEY_get_base_id(key) == EVP_PKEY_ED448;
    }
}

} // namespace

EvpKey privateKeyOf(const Secret &pemOrJwk)
{
    const QByteArray &text = pemOrJwk.reveal();
    if (text.size() > largestKey)
        return nullptr;
    EvpKey key;
    if (text.trimmed().startsWith('{')) {
        const auto jwk = strictJsonObject(text);
        key = jwk ? jwkPrivateKey(*jwk) : nullptr;
    } else {
        key = pemPrivateKey(text);
    }
    return key && isStrongEnough(key.get()) ? std::move(key) : nullptr;
}

} // namespace core
