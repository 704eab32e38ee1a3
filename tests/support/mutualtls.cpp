// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/mutualtls.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>

#include <openssl/pkcs12.h>

using namespace Qt::Literals::StringLiterals;

namespace {

using Memory = std::unique_ptr<BIO, core::OpenSslFree<BIO_vfree>>;

QByteArray textIn(BIO *memory)
{
    char *start = nullptr;
    const long size = BIO_get_mem_data(memory, &start);
    return {start, static_cast<qsizetype>(size)};
}

} // namespace

MutualTls::MutualTls()
    : authorityFile(write(u"ca.pem"_s, authority.pem()))
{
}

QString MutualTls::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("a file of the test can't be written");
    return file.fileName();
}

QSslConfiguration MutualTls::server(Asks asks, QSsl::SslProtocol protocol) const
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate(m_server.pem()));
    tls.setPrivateKey(QSslKey(m_server.keyPem(), QSsl::Ec));
    tls.setCaCertificates({QSslCertificate(authority.pem())});
    tls.setProtocol(protocol);
    tls.setPeerVerifyMode(asks == Asks::Demands ? QSslSocket::VerifyPeer : QSslSocket::QueryPeer);
    tls.setMissingCertificateIsFatal(asks == Asks::Demands);
    tls.setHandshakeMustInterruptOnError(asks == Asks::Demands); // so that the other end is told with an alert
    return tls;
}

QByteArray encryptedKeyPem(const Issued &issued, const QByteArray &passphrase)
{
    const Memory output(BIO_new(BIO_s_mem()));
    PEM_write_bio_PKCS8PrivateKey(output.get(), issued.key.get(), EVP_aes_256_cbc(), passphrase.constData(),
                                  static_cast<int>(passphrase.size()), nullptr, nullptr);
    return textIn(output.get());
}

QByteArray pkcs12Of(const Issued &issued, const Issued &authority, const QByteArray &passphrase)
{
    STACK_OF(X509) *above = sk_X509_new_null();
    sk_X509_push(above, authority.certificate.get());
    PKCS12 *bag = PKCS12_create(passphrase.constData(), "lectern", issued.key.get(), issued.certificate.get(), above, 0,
                                0, 0, 0, 0);
    sk_X509_free(above);
    const Memory output(BIO_new(BIO_s_mem()));
    i2d_PKCS12_bio(output.get(), bag);
    PKCS12_free(bag);
    return textIn(output.get());
}
