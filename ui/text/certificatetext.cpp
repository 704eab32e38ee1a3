// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/certificatetext.h"

#include <QCoreApplication>

namespace ui {
namespace {

struct CertificateText {
    Q_DECLARE_TR_FUNCTIONS(ui::CertificateText)

public:
    static QString sentence(core::CertificateTrouble trouble);
};

QString CertificateText::sentence(core::CertificateTrouble trouble)
{
    using enum core::CertificateTrouble;
    switch (trouble) {
    case Missing:
        return tr("The client certificate %1 is not there. Nothing was sent. Put the file back, or ask your "
                  "administrator for it.");
    case Unreadable:
        return tr("Your system doesn't let you read the client certificate %1. Nothing was sent. Ask your "
                  "administrator for access to it.");
    case NotACertificate:
        return tr("There is no certificate in %1. Nothing was sent. PEM and PKCS#12 files can be read; ask your "
                  "administrator for one.");
    case NoKey:
        return tr("There is no private key in %1 that can be used. Nothing was sent. RSA and elliptic curve keys in "
                  "PEM or PKCS#12 files can; ask your administrator for one.");
    case OtherKey:
        return tr("The private key in %1 belongs to another certificate. Nothing was sent. Ask your administrator for "
                  "the two that belong together.");
    case NoPassphrase:
        return tr("The key of the client certificate is locked, and the keychain has no passphrase for it. Nothing was "
                  "sent. Put it there with this command: lectern-cli secret set %1");
    case WrongPassphrase:
        return tr("The passphrase in the keychain does not open the key of the client certificate. Nothing was sent. "
                  "Put the right one there with this command: lectern-cli secret set %1");
    case NotYetValid:
        return tr("The client certificate %1 is not valid yet. Nothing was sent. Check the date and time of this "
                  "computer, then try again.");
    case Expired:
        return tr("The client certificate %1 has expired. Nothing was sent. Ask your administrator for a new one and "
                  "put it in its place.");
    case Demanded: // before TLS 1.3 a server does not say so in so many words
        return tr("%1 seems to let in only computers that show a certificate, and none is set up for it here. Your "
                  "work is kept. Ask your administrator for one.");
    case Refused:
        return tr("%1 does not accept the client certificate of this computer. Your work is kept. Ask your "
                  "administrator for one that it accepts.");
    }
    Q_UNREACHABLE();
}

} // namespace

QString certificateText(const core::CertificateProblem &problem)
{
    return CertificateText::sentence(problem.trouble).arg(problem.subject);
}

} // namespace ui
