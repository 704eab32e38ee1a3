// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/crypto/openssljwtsigner.h"

#include "core/adapters/crypto/privatekey.h"
#include "core/identity/base64url.h"
#include "core/identity/strictjson.h"

#include <QJsonDocument>

#include <array>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/err.h>
#include <openssl/rsa.h>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

using DigestContext = std::unique_ptr<EVP_MD_CTX, OpenSslFree<EVP_MD_CTX_free>>;
using EcdsaSignature = std::unique_ptr<ECDSA_SIG, OpenSslFree<ECDSA_SIG_free>>;

tl::unexpected<Error> unusable()
{
    ERR_clear_error(); // notes that TLS on this thread would trip over
    return fail(
        ErrorCode::InvalidInput,
        u"private key: not an unencrypted PEM or JWK of RSA (2048 bits), P-256, P-384, P-521, Ed25519 or Ed448"_s);
}

const unsigned char *data(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

unsigned char *data(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

QStringList algorithmsOf(const EVP_PKEY *key)
{
    if (EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA)
        return {u"RS256"_s, u"PS256"_s, u"RS384"_s, u"PS384"_s, u"RS512"_s, u"PS512"_s};
    if (EVP_PKEY_get_base_id(key) == EVP_PKEY_ED25519 || EVP_PKEY_get_base_id(key) == EVP_PKEY_ED448)
        return {u"EdDSA"_s};
    const int bits = EVP_PKEY_get_bits(key);
    return {bits == 256 ? u"ES256"_s : bits == 384 ? u"ES384"_s : u"ES512"_s};
}

const EVP_MD *digestOf(const QByteArray &algorithm)
{
    if (algorithm.endsWith("256"))
        return EVP_sha256();
    if (algorithm.endsWith("384"))
        return EVP_sha384();
    return algorithm.endsWith("512") ? EVP_sha512() : nullptr; // EdDSA hashes for itself
}

// RFC 7518, 3.4: two numbers of the curve's size, one after the other.
QByteArray rawOf(const QByteArray &der, int partSize)
{
    const unsigned char *at = data(der);
    const EcdsaSignature pair(d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(der.size())));
    QByteArray raw(2 * partSize, '\0');
    if (!pair || BN_bn2binpad(ECDSA_SIG_get0_r(pair.get()), data(raw), partSize) != partSize
        || BN_bn2binpad(ECDSA_SIG_get0_s(pair.get()), data(raw) + partSize, partSize) != partSize)
        return {};
    return raw;
}

bool prepare(EVP_MD_CTX *context, const QByteArray &algorithm, EVP_PKEY *key)
{
    EVP_PKEY_CTX *keyContext = nullptr; // belongs to context
    if (EVP_DigestSignInit(context, &keyContext, digestOf(algorithm), nullptr, key) != 1)
        return false;
    if (!algorithm.startsWith("PS"))
        return true;
    return EVP_PKEY_CTX_set_rsa_padding(keyContext, RSA_PKCS1_PSS_PADDING) == 1
        && EVP_PKEY_CTX_set_rsa_pss_saltlen(keyContext, RSA_PSS_SALTLEN_DIGEST) == 1;
}

} // namespace

Result<JwtSigner::KeyFacts> OpenSslJwtSigner::describe(const Secret &privateKey) const
{
    const EvpKey key = privateKeyOf(privateKey);
    if (!key)
        return unusable();
    const auto jwk = strictJsonObject(privateKey.reveal());
    const QStringList algorithms = algorithmsOf(key.get());
    const QString own = jwk ? jwk->value("alg"_L1).toString() : QString();
    return KeyFacts{algorithms.contains(own) ? QStringList{own} : algorithms,
                    jwk ? jwk->value("kid"_L1).toString() : QString()};
}

Result<Secret> OpenSslJwtSigner::makeKey() const
{
    const EvpKey key(EVP_EC_gen("P-256"));
    QJsonObject jwk{{u"kty"_s, u"EC"_s}, {u"crv"_s, u"P-256"_s}};
    constexpr std::array<std::pair<const char *, const char *>, 3> members{
        {{"x", OSSL_PKEY_PARAM_EC_PUB_X}, {"y", OSSL_PKEY_PARAM_EC_PUB_Y}, {"d", OSSL_PKEY_PARAM_PRIV_KEY}}};
    for (const auto &[name, parameter] : members) {
        BIGNUM *number = nullptr;
        QByteArray bytes(32, '\0');
        const bool known = key && EVP_PKEY_get_bn_param(key.get(), parameter, &number) == 1
            && BN_bn2binpad(number, data(bytes), 32) == 32;
        BN_clear_free(number);
        if (!known)
            return unusable();
        jwk.insert(QLatin1StringView(name), QString::fromLatin1(toBase64Url(bytes)));
        scrub(bytes);
    }
    return Secret(QJsonDocument(jwk).toJson(QJsonDocument::Compact));
}

Result<QByteArray> OpenSslJwtSigner::sign(const QByteArray &algorithm, const Secret &privateKey,
                                          const QByteArray &bytes) const
{
    const EvpKey key = privateKeyOf(privateKey);
    if (!key || !algorithmsOf(key.get()).contains(QString::fromLatin1(algorithm)))
        return unusable();
    const DigestContext context(EVP_MD_CTX_new());
    const auto size = static_cast<std::size_t>(bytes.size());
    std::size_t signedSize = 0;
    if (!context || !prepare(context.get(), algorithm, key.get())
        || EVP_DigestSign(context.get(), nullptr, &signedSize, data(bytes), size) != 1)
        return unusable();
    QByteArray signature(static_cast<qsizetype>(signedSize), '\0');
    if (EVP_DigestSign(context.get(), data(signature), &signedSize, data(bytes), size) != 1)
        return unusable();
    signature.truncate(static_cast<qsizetype>(signedSize));
    if (algorithm.startsWith("ES"))
        signature = rawOf(signature, (EVP_PKEY_get_bits(key.get()) + 7) / 8);
    if (signature.isEmpty())
        return unusable();
    return signature;
}

} // namespace core
