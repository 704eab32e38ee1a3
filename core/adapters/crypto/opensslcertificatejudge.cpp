// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/crypto/opensslcertificatejudge.h"

#include "core/adapters/crypto/jwkkey.h"
#include "core/net/authorities.h"

#include <openssl/pem.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

using Certificate = std::unique_ptr<X509, OpenSslFree<X509_free>>;
using CertificateStore = std::unique_ptr<X509_STORE, OpenSslFree<X509_STORE_free>>;
using PathContext = std::unique_ptr<X509_STORE_CTX, OpenSslFree<X509_STORE_CTX_free>>;
using Bytes = std::unique_ptr<BIO, OpenSslFree<BIO_vfree>>;

struct FreeStack {
    void operator()(STACK_OF(X509) * stack) const { sk_X509_pop_free(stack, X509_free); }
};
using CertificateStack = std::unique_ptr<STACK_OF(X509), FreeStack>;

Certificate fromDer(const QByteArray &der)
{
    const auto *bytes = reinterpret_cast<const unsigned char *>(der.constData());
    return Certificate(d2i_X509(nullptr, &bytes, static_cast<long>(der.size())));
}

QByteArray toDer(const X509 *certificate)
{
    unsigned char *encoded = nullptr;
    const int size = i2d_X509(certificate, &encoded);
    if (size <= 0)
        return {};
    QByteArray der(reinterpret_cast<const char *>(encoded), size);
    OPENSSL_free(encoded);
    return der;
}

QList<QByteArray> certificatesIn(const QByteArray &pem)
{
    const Bytes input(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    QList<QByteArray> found;
    while (const Certificate one{PEM_read_bio_X509(input.get(), nullptr, nullptr, nullptr)})
        found += toDer(one.get());
    return found;
}

bool expectHost(X509_STORE_CTX &context, const QString &host)
{
    X509_VERIFY_PARAM *parameters = X509_STORE_CTX_get0_param(&context);
    const QByteArray name = host.toUtf8();
    X509_VERIFY_PARAM_set_hostflags(parameters, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
    return X509_VERIFY_PARAM_set1_ip_asc(parameters, name.constData()) == 1
        || X509_VERIFY_PARAM_set1_host(parameters, name.constData(), 0) == 1;
}

} // namespace

Result<> OpenSslCertificateJudge::trust(const QString &host, const QString &pemFile)
{
    const auto pem = readAuthorities(pemFile);
    if (!pem)
        return tl::make_unexpected(pem.error());
    m_authorities[host] += certificatesIn(*pem);
    return {};
}

bool OpenSslCertificateJudge::isTrusted(const QString &host, const QList<QByteArray> &chain) const
{
    const auto authorities = m_authorities.constFind(host);
    const Certificate server = chain.isEmpty() ? nullptr : fromDer(chain.front());
    if (authorities == m_authorities.constEnd() || !server)
        return false;
    const CertificateStore store(X509_STORE_new());
    for (const QByteArray &der : *authorities) {
        if (const Certificate authority = fromDer(der))
            X509_STORE_add_cert(store.get(), authority.get());
    }
    const CertificateStack between(sk_X509_new_null());
    for (const QByteArray &der : chain.sliced(1)) {
        if (Certificate one = fromDer(der))
            sk_X509_push(between.get(), one.release());
    }
    const PathContext context(X509_STORE_CTX_new());
    return context && X509_STORE_CTX_init(context.get(), store.get(), server.get(), between.get()) == 1
        && X509_STORE_CTX_set_purpose(context.get(), X509_PURPOSE_SSL_SERVER) == 1 && expectHost(*context, host)
        && X509_verify_cert(context.get()) == 1;
}

} // namespace core
