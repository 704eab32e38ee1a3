// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/base/secret.h"

#include <QByteArrayList>
#include <QDateTime>
#include <QStringList>

#include <optional>

namespace core {

// Where a certificate is that this program shows to a server which asks for one (RFC 8446, 4.3.2), as a profile or a
// connection names it.
struct CertificateFiles {
    QString certificate; // PEM, its own first and the ones above it after it, or PKCS#12; empty: none is shown
    QString key; // PEM; empty: in the same file
    QString passphraseEntry; // the keychain's name of the passphrase, which is read only when the key is encrypted

    [[nodiscard]] bool isEmpty() const { return certificate.isEmpty(); }
    friend bool operator==(const CertificateFiles &, const CertificateFiles &) = default;
};

// One whose key is open.
struct ClientCertificate {
    QByteArrayList chain; // DER, its own first
    Secret key; // PEM, not encrypted
    QDateTime until; // UTC; after it the certificate is no good any more

    [[nodiscard]] bool isEmpty() const { return chain.isEmpty(); }
};

// What may be shown to whom: these hosts and no other.
struct HostCertificate {
    QStringList hosts;
    ClientCertificate certificate;

    [[nodiscard]] bool isFor(const QString &host) const { return !certificate.isEmpty() && hosts.contains(host); }
};

// Opens such files. Errors: ClientCertificate, with what is the matter (certificateTrouble()); KeychainUnavailable.
class ClientCertificates
{
public:
    ClientCertificates() = default;
    ClientCertificates(const ClientCertificates &) = delete;
    ClientCertificates &operator=(const ClientCertificates &) = delete;
    virtual ~ClientCertificates() = default;

    [[nodiscard]] virtual Async<ClientCertificate> open(const CertificateFiles &files) = 0;
};

enum class CertificateTrouble {
    Missing, // there is no such file; subject: its path, as with all that concern a file
    Unreadable, // this user may not read it
    NotACertificate, // neither PEM nor PKCS#12, or without a certificate
    NoKey, // or one of a kind that TLS is not spoken with here
    OtherKey, // the key belongs to another certificate
    NoPassphrase, // the key is encrypted and the keychain has nothing under the name that is the subject
    WrongPassphrase, // what the keychain has under that name does not open it
    NotYetValid,
    Expired,
    Demanded, // the server wants one and none is set up; subject: its host
    Refused, // the server does not take the one that was shown; subject: its host
};

// What went wrong with a certificate, as an Error with the code ClientCertificate; and out of one again.
[[nodiscard]] Error certificateError(CertificateTrouble trouble, const QString &subject);
struct CertificateProblem {
    CertificateTrouble trouble;
    QString subject;
};
[[nodiscard]] std::optional<CertificateProblem> certificateProblem(const Error &error);

} // namespace core
