// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapters/crypto/jwkkey.h"

#include <QByteArray>

#include <openssl/pem.h>
#include <openssl/x509v3.h>

// A certificate with its key; an authority when `name` is empty.
struct Issued {
    core::EvpKey key;
    std::unique_ptr<X509, core::OpenSslFree<X509_free>> certificate;

    [[nodiscard]] QByteArray der() const
    {
        unsigned char *encoded = nullptr;
        const int size = i2d_X509(certificate.get(), &encoded);
        QByteArray bytes(reinterpret_cast<const char *>(encoded), size);
        OPENSSL_free(encoded);
        return bytes;
    }
    [[nodiscard]] QByteArray keyPem() const
    {
        const std::unique_ptr<BIO, core::OpenSslFree<BIO_vfree>> output(BIO_new(BIO_s_mem()));
        PEM_write_bio_PrivateKey(output.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
        char *text = nullptr;
        const long size = BIO_get_mem_data(output.get(), &text);
        return {text, static_cast<qsizetype>(size)};
    }
    [[nodiscard]] QByteArray pem() const
    {
        const std::unique_ptr<BIO, core::OpenSslFree<BIO_vfree>> output(BIO_new(BIO_s_mem()));
        PEM_write_bio_X509(output.get(), certificate.get());
        char *text = nullptr;
        const long size = BIO_get_mem_data(output.get(), &text);
        return {text, static_cast<qsizetype>(size)};
    }
};

inline void extend(X509 *certificate, int kind, const QByteArray &value)
{
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, nullptr, kind, value.constData());
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

inline Issued issue(const QByteArray &subject, const QByteArray &name, const Issued *by, long days = 10,
                    core::EvpKey key = core::EvpKey(EVP_EC_gen("P-256")))
{
    Issued made{std::move(key), {}};
    made.certificate.reset(X509_new());
    X509 *certificate = made.certificate.get();
    X509_set_version(certificate, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), by ? 2 : 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), -86'400L * 20);
    X509_gmtime_adj(X509_getm_notAfter(certificate), 86'400L * days);
    X509_set_pubkey(certificate, made.key.get());
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char *>(subject.constData()), -1, -1, 0);
    X509_set_issuer_name(certificate, X509_get_subject_name(by ? by->certificate.get() : certificate));
    extend(certificate, NID_basic_constraints, name.isEmpty() ? "critical,CA:TRUE" : "critical,CA:FALSE");
    if (!name.isEmpty())
        extend(certificate, NID_subject_alt_name, name);
    X509_sign(certificate, by ? by->key.get() : made.key.get(), EVP_sha256());
    return made;
}
