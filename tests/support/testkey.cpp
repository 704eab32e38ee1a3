// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testkey.h"

#include <QJsonDocument>

#include <array>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray encode(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray encode(const QJsonObject &object)
{
    return encode(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString numberOf(const EVP_PKEY *key, const char *name, int size = 0)
{
    BIGNUM *number = nullptr;
    EVP_PKEY_get_bn_param(key, name, &number);
    QByteArray bytes(size > 0 ? size : BN_num_bytes(number), '\0');
    BN_bn2binpad(number, reinterpret_cast<unsigned char *>(bytes.data()), static_cast<int>(bytes.size()));
    BN_free(number);
    return QString::fromLatin1(encode(bytes));
}

const EVP_MD *digestOf(const QByteArray &algorithm)
{
    if (algorithm.startsWith("Ed"))
        return nullptr;
    return algorithm.endsWith("256") ? EVP_sha256() : algorithm.endsWith("384") ? EVP_sha384() : EVP_sha512();
}

QByteArray rawEcdsa(const QByteArray &der, int partSize)
{
    const auto *at = reinterpret_cast<const unsigned char *>(der.constData());
    ECDSA_SIG *pair = d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(der.size()));
    QByteArray raw(2 * partSize, '\0');
    BN_bn2binpad(ECDSA_SIG_get0_r(pair), reinterpret_cast<unsigned char *>(raw.data()), partSize);
    BN_bn2binpad(ECDSA_SIG_get0_s(pair), reinterpret_cast<unsigned char *>(raw.data()) + partSize, partSize);
    ECDSA_SIG_free(pair);
    return raw;
}

} // namespace

TestKey TestKey::make(const QByteArray &algorithm, int rsaBits)
{
    // Making one takes a while; three in turn are as good as new ones.
    static std::array<TestKey, 3> pool;
    static std::size_t next = 0;
    const bool isPooled = rsaBits == 2048 && !algorithm.startsWith("E");
    if (isPooled && pool.at(next % pool.size()).m_key)
        return pool.at(next++ % pool.size());
    EVP_PKEY *key = nullptr;
    if (algorithm.startsWith("ES"))
        key = EVP_EC_gen(algorithm == "ES256" ? "P-256" : algorithm == "ES384" ? "P-384" : "P-521");
    else if (algorithm.startsWith("Ed"))
        key = EVP_PKEY_Q_keygen(nullptr, nullptr, algorithm == "Ed448" ? "ED448" : "ED25519");
    else
        key = EVP_RSA_gen(static_cast<unsigned>(rsaBits));
    TestKey made;
    made.m_key.reset(key, EVP_PKEY_free);
    if (isPooled)
        pool.at(next++ % pool.size()) = made;
    return made;
}

QJsonObject TestKey::jwk(const QString &kid) const
{
    QJsonObject jwk;
    const EVP_PKEY *key = m_key.get();
    if (EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA) {
        jwk = {{u"kty"_s, u"RSA"_s}, {u"n"_s, numberOf(key, "n")}, {u"e"_s, numberOf(key, "e")}};
    } else if (EVP_PKEY_get_base_id(key) == EVP_PKEY_EC) {
        const int size = (EVP_PKEY_get_bits(key) + 7) / 8;
        jwk = {{u"kty"_s, u"EC"_s},
               {u"crv"_s, u"P-%1"_s.arg(EVP_PKEY_get_bits(key))},
               {u"x"_s, numberOf(key, OSSL_PKEY_PARAM_EC_PUB_X, size)},
               {u"y"_s, numberOf(key, OSSL_PKEY_PARAM_EC_PUB_Y, size)}};
    } else {
        std::size_t size = 57;
        QByteArray bytes(57, '\0');
        EVP_PKEY_get_raw_public_key(key, reinterpret_cast<unsigned char *>(bytes.data()), &size);
        bytes.truncate(static_cast<qsizetype>(size));
        jwk = {{u"kty"_s, u"OKP"_s},
               {u"crv"_s, size == 57 ? u"Ed448"_s : u"Ed25519"_s},
               {u"x"_s, QString::fromLatin1(encode(bytes))}};
    }
    if (!kid.isEmpty())
        jwk.insert(u"kid"_s, kid);
    return jwk;
}

TestKey TestKey::onCurve(const char *name)
{
    TestKey made;
    made.m_key.reset(EVP_EC_gen(name), EVP_PKEY_free);
    return made;
}

QJsonObject TestKey::privateJwk(const QString &kid) const
{
    QJsonObject own = jwk(kid);
    const EVP_PKEY *key = m_key.get();
    if (EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA) {
        own.insert(u"d"_s, numberOf(key, OSSL_PKEY_PARAM_RSA_D));
        own.insert(u"p"_s, numberOf(key, OSSL_PKEY_PARAM_RSA_FACTOR1));
        own.insert(u"q"_s, numberOf(key, OSSL_PKEY_PARAM_RSA_FACTOR2));
        own.insert(u"dp"_s, numberOf(key, OSSL_PKEY_PARAM_RSA_EXPONENT1));
        own.insert(u"dq"_s, numberOf(key, OSSL_PKEY_PARAM_RSA_EXPONENT2));
        own.insert(u"qi"_s, numberOf(key, OSSL_PKEY_PARAM_RSA_COEFFICIENT1));
    } else if (EVP_PKEY_get_base_id(key) == EVP_PKEY_EC) {
        own.insert(u"d"_s, numberOf(key, OSSL_PKEY_PARAM_PRIV_KEY, (EVP_PKEY_get_bits(key) + 7) / 8));
    } else {
        std::size_t size = 57;
        QByteArray bytes(57, '\0');
        EVP_PKEY_get_raw_private_key(key, reinterpret_cast<unsigned char *>(bytes.data()), &size);
        bytes.truncate(static_cast<qsizetype>(size));
        own.insert(u"d"_s, QString::fromLatin1(encode(bytes)));
    }
    return own;
}

QByteArray TestKey::pem(const QByteArray &password) const
{
    BIO *memory = BIO_new(BIO_s_mem());
    PEM_write_bio_PrivateKey(memory, m_key.get(), password.isEmpty() ? nullptr : EVP_aes_128_cbc(),
                             reinterpret_cast<const unsigned char *>(password.constData()),
                             static_cast<int>(password.size()), nullptr, nullptr);
    char *text = nullptr;
    const auto size = BIO_get_mem_data(memory, &text);
    const QByteArray bytes(text, static_cast<qsizetype>(size));
    BIO_free(memory);
    return bytes;
}

QByteArray TestKey::sign(const QByteArray &algorithm, const QByteArray &bytes) const
{
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    EVP_PKEY_CTX *keyContext = nullptr;
    EVP_DigestSignInit(context, &keyContext, digestOf(algorithm), nullptr, m_key.get());
    if (algorithm.startsWith("PS")) {
        EVP_PKEY_CTX_set_rsa_padding(keyContext, RSA_PKCS1_PSS_PADDING);
        EVP_PKEY_CTX_set_rsa_pss_saltlen(keyContext, RSA_PSS_SALTLEN_DIGEST);
    }
    const auto *data = reinterpret_cast<const unsigned char *>(bytes.constData());
    std::size_t size = 0;
    EVP_DigestSign(context, nullptr, &size, data, static_cast<std::size_t>(bytes.size()));
    QByteArray signature(static_cast<qsizetype>(size), '\0');
    EVP_DigestSign(context, reinterpret_cast<unsigned char *>(signature.data()), &size, data,
                   static_cast<std::size_t>(bytes.size()));
    EVP_MD_CTX_free(context);
    signature.truncate(static_cast<qsizetype>(size));
    return algorithm.startsWith("ES") ? rawEcdsa(signature, (EVP_PKEY_get_bits(m_key.get()) + 7) / 8) : signature;
}

QByteArray TestKey::token(const QByteArray &algorithm, const QJsonObject &claims, const QString &kid) const
{
    QJsonObject header{{u"alg"_s, QString::fromLatin1(algorithm)}};
    if (!kid.isEmpty())
        header.insert(u"kid"_s, kid);
    return compactJws(header, claims, sign(algorithm, encode(header) + '.' + encode(claims)));
}

QByteArray compactJws(const QJsonObject &header, const QJsonObject &claims, const QByteArray &signature)
{
    return encode(header) + '.' + encode(claims) + '.' + encode(signature);
}
