// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/crypto/opensslclientcertificates.h"

#include "core/base/answer.h"

#include <QCryptographicHash>
#include <QFile>

namespace core {
namespace {

constexpr qint64 largestFile = 1024 * 1024;

Result<Secret> read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::make_unexpected(
            certificateError(file.exists() ? CertificateTrouble::Unreadable : CertificateTrouble::Missing, path));
    return Secret(file.read(largestFile));
}

Result<CertificateBytes> read(const CertificateFiles &files)
{
    const auto certificate = read(files.certificate);
    const auto key = !certificate || files.key.isEmpty() ? certificate : read(files.key);
    if (!key)
        return tl::make_unexpected(key.error());
    return CertificateBytes{*certificate, files.key.isEmpty() ? Secret() : *key};
}

QByteArray fingerprintOf(const CertificateBytes &bytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(bytes.certificate.reveal());
    hash.addData(bytes.key.reveal());
    return hash.result();
}

QString nameOf(const CertificateFiles &files)
{
    return files.certificate + u'\n' + files.key;
}

QString subjectOf(CertificateTrouble trouble, const CertificateFiles &files)
{
    if (trouble == CertificateTrouble::NoPassphrase || trouble == CertificateTrouble::WrongPassphrase)
        return files.passphraseEntry;
    const bool isAboutKey = trouble == CertificateTrouble::NoKey || trouble == CertificateTrouble::OtherKey;
    return isAboutKey && !files.key.isEmpty() ? files.key : files.certificate;
}

} // namespace

OpenSslClientCertificates::OpenSslClientCertificates(SecretStore &secrets, const Clock &clock)
    : m_secrets(secrets)
    , m_clock(clock)
{
    m_forgetting.setSingleShot(true);
    m_forgetting.setInterval(std::chrono::minutes(1));
    connect(&m_forgetting, &QTimer::timeout, this, [this] { m_open.clear(); });
}

Async<ClientCertificate> OpenSslClientCertificates::open(const CertificateFiles &files)
{
    const auto bytes = read(files);
    if (!bytes)
        return ready<ClientCertificate>(tl::make_unexpected(bytes.error()));
    m_forgetting.start();
    const auto known = m_open.constFind(nameOf(files));
    const bool isSame = known != m_open.constEnd() && known->fingerprint == fingerprintOf(*bytes);
    if (isSame && m_clock.now() <= known->certificate.until)
        return ready<ClientCertificate>(known->certificate);
    m_open.remove(nameOf(files));
    auto opened = openWith(files, *bytes, std::nullopt);
    const auto problem = opened ? std::nullopt : certificateProblem(opened.error());
    if (problem && problem->trouble == CertificateTrouble::NoPassphrase && !files.passphraseEntry.isEmpty())
        return openWithKeychain(files, *bytes);
    return ready(std::move(opened));
}

Async<ClientCertificate> OpenSslClientCertificates::openWithKeychain(const CertificateFiles &files,
                                                                     const CertificateBytes &bytes)
{
    const Answer<ClientCertificate> answer;
    whenDone(m_secrets.read(files.passphraseEntry), this, [=, this](const Result<Secret> &passphrase) {
        if (passphrase && !passphrase->isEmpty())
            answer.give(openWith(files, bytes, *passphrase));
        else if (passphrase || passphrase.error().code == ErrorCode::NotFound)
            answer.give(tl::make_unexpected(certificateError(CertificateTrouble::NoPassphrase, files.passphraseEntry)));
        else
            answer.give(tl::make_unexpected(passphrase.error()));
    });
    return answer.future();
}

Result<ClientCertificate> OpenSslClientCertificates::openWith(const CertificateFiles &files,
                                                              const CertificateBytes &bytes,
                                                              const std::optional<Secret> &passphrase)
{
    const auto certificate = readCertificate(bytes, passphrase, m_clock.now());
    if (!certificate)
        return tl::make_unexpected(certificateError(certificate.error(), subjectOf(certificate.error(), files)));
    m_open.insert(nameOf(files), {fingerprintOf(bytes), *certificate});
    m_forgetting.start();
    return *certificate;
}

} // namespace core
