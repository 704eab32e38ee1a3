// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/crypto/certificatefile.h"

#include "core/adapters/crypto/jwkkey.h"

#include <algorithm>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/x509.h>
#include <vector>

namespace core {
namespace {

using X509Certificate = std::unique_ptr<X509, OpenSslFree<X509_free>>;
using Bytes = std::unique_ptr<BIO, OpenSslFree<BIO_vfree>>;
using Bag = std::unique_ptr<PKCS12, OpenSslFree<PKCS12_free>>;

struct FreeStack {
    void operator()(STACK_OF(X509) * stack) const { sk_X509_pop_free(stack, X509_free); }
};
using CertificateStack = std::unique_ptr<STACK_OF(X509), FreeStack>;

struct Found {
    std::vector<X509Certificate> chain;
    EvpKey key;
};
using Outcome = tl::expected<Found, CertificateTrouble>;

Bytes reading(const QByteArray &bytes)
{
    return Bytes(BIO_new_mem_buf(bytes.constData(), static_cast<int>(bytes.size())));
}

// What OpenSSL asks for a passphrase through, and whether it did.
struct Asked {
    const std::optional<Secret> &passphrase;
    bool asked = false;
};

int answerPassphrase(char *buffer, int size, int, void *data)
{
    auto *asked = static_cast<Asked *>(data);
    asked->asked = true;
    if (!asked->passphrase || asked->passphrase->reveal().size() > size)
        return -1;
    std::ranges::copy(asked->passphrase->reveal(), buffer);
    return static_cast<int>(asked->passphrase->reveal().size());
}

Outcome fromPem(const CertificateBytes &bytes, const std::optional<Secret> &passphrase)
{
    Found found;
    const Bytes certificates = reading(bytes.certificate.reveal());
    while (X509Certificate one{PEM_read_bio_X509(certificates.get(), nullptr, nullptr, nullptr)})
        found.chain.push_back(std::move(one));
    if (found.chain.empty())
        return tl::unexpected(CertificateTrouble::NotACertificate);
    Asked asked{passphrase};
    const Bytes key = reading(bytes.key.isEmpty() ? bytes.certificate.reveal() : bytes.key.reveal());
    found.key.reset(PEM_read_bio_PrivateKey(key.get(), nullptr, answerPassphrase, &asked));
    if (found.key)
        return found;
    if (!asked.asked)
        return tl::unexpected(CertificateTrouble::NoKey);
    return tl::unexpected(passphrase ? CertificateTrouble::WrongPassphrase : CertificateTrouble::NoPassphrase);
}

Outcome fromBag(PKCS12 *bag, const std::optional<Secret> &passphrase)
{
    // A bag without a passphrase has an empty one, or none; both are in use.
    const bool isOpen = PKCS12_verify_mac(bag, "", 0) == 1 || PKCS12_verify_mac(bag, nullptr, 0) == 1;
    if (!isOpen && !passphrase)
        return tl::unexpected(CertificateTrouble::NoPassphrase);
    const QByteArray word = isOpen ? QByteArray("") : passphrase->reveal();
    if (!isOpen && PKCS12_verify_mac(bag, word.constData(), static_cast<int>(word.size())) != 1)
        return tl::unexpected(CertificateTrouble::WrongPassphrase);
    EVP_PKEY *key = nullptr;
    X509 *own = nullptr;
    STACK_OF(X509) *others = nullptr;
    if (PKCS12_parse(bag, word.constData(), &key, &own, &others) != 1)
        return tl::unexpected(CertificateTrouble::NoKey); // or hidden with ciphers that nobody should use any more
    const CertificateStack rest(others);
    Found found;
    found.key.reset(key);
    if (own)
        found.chain.emplace_back(own);
    while (rest && sk_X509_num(rest.get()) > 0)
        found.chain.emplace_back(sk_X509_shift(rest.get()));
    if (!own)
        return tl::unexpected(CertificateTrouble::NotACertificate);
    if (!found.key)
        return tl::unexpected(CertificateTrouble::NoKey);
    return found;
}

Outcome fromEither(const CertificateBytes &bytes, const std::optional<Secret> &passphrase)
{
    const QByteArray &file = bytes.certificate.reveal();
    const auto *start = reinterpret_cast<const unsigned char *>(file.constData());
    const Bag bag(d2i_PKCS12(nullptr, &start, static_cast<long>(file.size())));
    return bag ? fromBag(bag.get(), passphrase) : fromPem(bytes, passphrase);
}

QByteArray derOf(const X509 *certificate)
{
    unsigned char *encoded = nullptr;
    const int size = i2d_X509(certificate, &encoded);
    QByteArray der(reinterpret_cast<const char *>(encoded), std::max(size, 0));
    OPENSSL_free(encoded);
    return der;
}

Secret pemOf(const EVP_PKEY *key)
{
    const Bytes output(BIO_new(BIO_s_secmem()));
    PEM_write_bio_PKCS8PrivateKey(output.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    char *text = nullptr;
    const long size = BIO_get_mem_data(output.get(), &text);
    return Secret(QByteArray(text, size));
}

QDateTime dateOf(const ASN1_TIME *time)
{
    std::tm parts{};
    ASN1_TIME_to_tm(time, &parts);
    return {QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday),
            QTime(parts.tm_hour, parts.tm_min, parts.tm_sec), Qt::UTC};
}

bool isUsable(const EVP_PKEY *key)
{
    const int kind = EVP_PKEY_get_base_id(key);
    return kind == EVP_PKEY_RSA || kind == EVP_PKEY_EC;
}

} // namespace

tl::expected<ClientCertificate, CertificateTrouble>
readCertificate(const CertificateBytes &bytes, const std::optional<Secret> &passphrase, const QDateTime &now)
{
    auto found = fromEither(bytes, passphrase);
    ERR_clear_error(); // what is left in the queue would be blamed on the next connection
    if (!found)
        return tl::unexpected(found.error());
    // In a file with several the one that the key belongs to is ours, wherever it stands.
    const auto own = std::ranges::find_if(
        found->chain, [&](const auto &one) { return X509_check_private_key(one.get(), found->key.get()) == 1; });
    ERR_clear_error();
    if (own == found->chain.end())
        return tl::unexpected(CertificateTrouble::OtherKey);
    std::rotate(found->chain.begin(), own, own + 1);
    if (!isUsable(found->key.get()))
        return tl::unexpected(CertificateTrouble::NoKey);
    ClientCertificate certificate;
    certificate.until = dateOf(X509_get0_notAfter(found->chain.front().get()));
    if (certificate.until < now)
        return tl::unexpected(CertificateTrouble::Expired);
    if (dateOf(X509_get0_notBefore(found->chain.front().get())) > now)
        return tl::unexpected(CertificateTrouble::NotYetValid);
    for (const auto &one : found->chain)
        certificate.chain += derOf(one.get());
    certificate.key = pemOf(found->key.get());
    return certificate;
}

} // namespace core
