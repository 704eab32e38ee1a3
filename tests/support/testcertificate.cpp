// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcertificate.h"

#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace {

QByteArray textIn(BIO *memory)
{
    char *start = nullptr;
    const long size = BIO_get_mem_data(memory, &start);
    const QByteArray text(start, size);
    BIO_free(memory);
    return text;
}

void addExtension(X509 *certificate, int kind, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value.constData());
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

} // namespace

TestCertificate TestCertificate::make(const QString &address)
{
    EVP_PKEY *key = EVP_EC_gen("P-256");
    X509 *x509 = X509_new();
    X509_set_version(x509, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(x509), 1);
    X509_gmtime_adj(X509_getm_notBefore(x509), -3600);
    X509_gmtime_adj(X509_getm_notAfter(x509), 3600);
    X509_set_pubkey(x509, key);
    X509_NAME *name = X509_get_subject_name(x509);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char *>("test"), -1, -1, 0);
    X509_set_issuer_name(x509, name);
    addExtension(x509, NID_subject_alt_name, "IP:" + address.toLatin1());
    addExtension(x509, NID_basic_constraints, "critical,CA:TRUE");
    X509_sign(x509, key, EVP_sha256());

    BIO *certificateText = BIO_new(BIO_s_mem());
    PEM_write_bio_X509(certificateText, x509);
    BIO *keyText = BIO_new(BIO_s_mem());
    PEM_write_bio_PrivateKey(keyText, key, nullptr, nullptr, 0, nullptr, nullptr);
    const QByteArray pem = textIn(certificateText);
    TestCertificate made{QSslCertificate(pem, QSsl::Pem), QSslKey(textIn(keyText), QSsl::Ec),
                         std::make_shared<QTemporaryFile>()};
    X509_free(x509);
    EVP_PKEY_free(key);
    if (made.pem->open()) {
        made.pem->write(pem);
        made.pem->flush();
    }
    return made;
}
