// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/crypto/opensslsignatureverifier.h"

#include "core/adapters/crypto/jwkkey.h"

#include <openssl/ecdsa.h>
#include <openssl/err.h>
#include <openssl/rsa.h>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

using DigestContext = std::unique_ptr<EVP_MD_CTX, OpenSslFree<EVP_MD_CTX_free>>;
using EcdsaSignature = std::unique_ptr<ECDSA_SIG, OpenSslFree<ECDSA_SIG_free>>;

const unsigned char *data(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

const EVP_MD *digestOf(const QByteArray &algorithm)
{
    if (algorithm.endsWith("256"))
        return EVP_sha256();
    if (algorithm.endsWith("384"))
        return EVP_sha384();
    return algorithm.endsWith("512") ? EVP_sha512() : nullptr; // EdDSA hashes for itself
}

// The curve of an ES algorithm is part of its name (RFC 7518, 3.4): ES256 with P-384 is not ES256.
int ecdsaPartSize(const QByteArray &algorithm, const EVP_PKEY *key)
{
    const int bits = EVP_PKEY_get_bits(key);
    if (algorithm == "ES256")
        return bits == 256 ? 32 : 0;
    if (algorithm == "ES384")
        return bits == 384 ? 48 : 0;
    return bits == 521 ? 66 : 0;
}

QByteArray derOf(const QByteArray &raw, int partSize)
{
    if (partSize == 0 || raw.size() != 2 * partSize)
        return {};
    const EcdsaSignature pair(ECDSA_SIG_new());
    if (!pair
        || !ECDSA_SIG_set0(pair.get(), BN_bin2bn(data(raw), partSize, nullptr),
                           BN_bin2bn(data(raw) + partSize, partSize, nullptr)))
        return {};
    unsigned char *encoded = nullptr;
    const int size = i2d_ECDSA_SIG(pair.get(), &encoded);
    if (size <= 0)
        return {};
    QByteArray der(reinterpret_cast<const char *>(encoded), size);
    OPENSSL_free(encoded);
    return der;
}

bool isEdwards(const QByteArray &algorithm)
{
    return algorithm == "EdDSA" || algorithm == "Ed25519" || algorithm == "Ed448"; // the newer names: RFC 9864
}

bool fits(const QByteArray &algorithm, const EVP_PKEY *key)
{
    const int kind = EVP_PKEY_get_base_id(key);
    if (algorithm.startsWith("RS") || algorithm.startsWith("PS"))
        return kind == EVP_PKEY_RSA;
    if (algorithm.startsWith("ES"))
        return kind == EVP_PKEY_EC;
    return (isEdwards(algorithm) && algorithm != "Ed448" && kind == EVP_PKEY_ED25519)
        || (isEdwards(algorithm) && algorithm != "Ed25519" && kind == EVP_PKEY_ED448);
}

bool prepare(EVP_MD_CTX *context, const QByteArray &algorithm, EVP_PKEY *key)
{
    EVP_PKEY_CTX *keyContext = nullptr; // belongs to context
    if (EVP_DigestVerifyInit(context, &keyContext, digestOf(algorithm), nullptr, key) != 1)
        return false;
    if (!algorithm.startsWith("PS"))
        return true;
    return EVP_PKEY_CTX_set_rsa_padding(keyContext, RSA_PKCS1_PSS_PADDING) == 1
        && EVP_PKEY_CTX_set_rsa_pss_saltlen(keyContext, RSA_PSS_SALTLEN_DIGEST) == 1;
}

} // namespace

bool OpenSslSignatureVerifier::verify(const QByteArray &algorithm, const QJsonObject &jwk,
                                      const QByteArray &signedBytes, const QByteArray &signature) const
{
    const bool hasDigest = digestOf(algorithm) != nullptr;
    if (hasDigest == isEdwards(algorithm))
        return false;
    const EvpKey key = publicKeyOf(jwk);
    QByteArray wire = signature;
    if (key && algorithm.startsWith("ES"))
        wire = derOf(signature, ecdsaPartSize(algorithm, key.get()));
    const DigestContext context(EVP_MD_CTX_new());
    const bool good = key && context && !wire.isEmpty() && fits(algorithm, key.get())
        && prepare(context.get(), algorithm, key.get())
        && EVP_DigestVerify(context.get(), data(wire), static_cast<std::size_t>(wire.size()), data(signedBytes),
                            static_cast<std::size_t>(signedBytes.size()))
            == 1;
    ERR_clear_error(); // a refused signature leaves notes that TLS on this thread would trip over
    return good;
}

QByteArray OpenSslSignatureVerifier::shake256(const QByteArray &bytes) const
{
    QByteArray hash(114, '\0');
    const DigestContext context(EVP_MD_CTX_new());
    const bool done = context && EVP_DigestInit_ex(context.get(), EVP_shake256(), nullptr) == 1
        && EVP_DigestUpdate(context.get(), bytes.constData(), static_cast<std::size_t>(bytes.size())) == 1
        && EVP_DigestFinalXOF(context.get(), reinterpret_cast<unsigned char *>(hash.data()),
                              static_cast<std::size_t>(hash.size()))
            == 1;
    return done ? hash : QByteArray();
}

} // namespace core
