// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browser/certificatefault.h"

#include <QSslCertificate>
#include <QSslError>

#include <algorithm>

namespace ui {

using core::PageFailure;

PageFailure certificateFault(const QWebEngineCertificateError &error)
{
    using Type = QWebEngineCertificateError;
    if (error.type() == Type::CertificateRevoked)
        return PageFailure::CertificateRevoked;
    const auto found = QSslCertificate::verify(error.certificateChain(), error.url().host());
    const auto is = [&found](QSslError::SslError fault) {
        return std::ranges::find(found, fault, &QSslError::error) != found.end();
    };
    if (is(QSslError::CertificateExpired))
        return PageFailure::CertificateExpired;
    if (is(QSslError::CertificateNotYetValid))
        return PageFailure::CertificateEarly;
    if (is(QSslError::HostNameMismatch) || error.type() == Type::CertificateCommonNameInvalid)
        return PageFailure::CertificateName;
    if (error.type() == Type::CertificateAuthorityInvalid)
        return PageFailure::CertificateAuthority;
    return PageFailure::Certificate;
}

PageFailure certificateFault(int netError)
{
    switch (netError) {
    case -200:
        return PageFailure::CertificateName;
    case -202:
        return PageFailure::CertificateAuthority;
    case -206:
        return PageFailure::CertificateRevoked;
    default:
        return PageFailure::Certificate; // -201 is both too early and too late
    }
}

} // namespace ui
