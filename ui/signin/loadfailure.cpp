// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/loadfailure.h"

#include "ui/text/errortext.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace ui {
namespace {

struct LoadFailureText {
    Q_DECLARE_TR_FUNCTIONS(ui::LoadFailure)

public:
    [[nodiscard]] static QString ofCertificate(core::PageFailure failure);
};

QString LoadFailureText::ofCertificate(core::PageFailure failure)
{
    using core::PageFailure;
    switch (failure) {
    case PageFailure::CertificateExpired:
        return tr("Its certificate has expired, so nothing was sent. Don't type your password there. Tell your "
                  "administrator that it has to be renewed.");
    case PageFailure::CertificateEarly:
        return tr("Its certificate is not valid yet, so nothing was sent. Check the date and the time of this "
                  "computer. If they are right, tell your administrator.");
    case PageFailure::CertificateName:
        return tr("Its certificate is for another name, so nothing was sent: this may be another server than the one "
                  "you want. Don't type your password there. Tell your administrator.");
    case PageFailure::CertificateAuthority:
        return tr("Its certificate comes from an authority that this computer doesn't know, so nothing was sent. Don't "
                  "type your password there. If your organization has an authority of its own, ask your administrator "
                  "for its certificate and name it in the profile (extra_ca).");
    case PageFailure::CertificateRevoked:
        return tr("Its certificate was withdrawn, so nothing was sent. Don't type your password there. Tell your "
                  "administrator.");
    default:
        return tr("Its certificate is not valid, so nothing was sent. Don't type your password there. Tell your "
                  "administrator.");
    }
}

// By the name that the engine has for it, which administrators find explained everywhere.
QString certificateDetail(core::PageFailure failure, const QString &host)
{
    using core::PageFailure;
    const QString code = failure == PageFailure::CertificateExpired || failure == PageFailure::CertificateEarly
        ? u"ERR_CERT_DATE_INVALID"_s
        : failure == PageFailure::CertificateName      ? u"ERR_CERT_COMMON_NAME_INVALID"_s
        : failure == PageFailure::CertificateAuthority ? u"ERR_CERT_AUTHORITY_INVALID"_s
        : failure == PageFailure::CertificateRevoked   ? u"ERR_CERT_REVOKED"_s
                                                       : u"ERR_CERT_INVALID"_s;
    return host + ": "_L1 + code;
}

} // namespace

LoadFailure loadFailure(core::PageFailure failure, const QString &host)
{
    using core::PageFailure;
    switch (failure) {
    case PageFailure::NotFound:
        return {LoadFailureText::tr("%1 was not found").arg(host),
                LoadFailureText::tr("There is no such server, or this computer has no network. Check the network, then "
                                    "try again.")};
    case PageFailure::Unreachable:
        return {LoadFailureText::tr("%1 can't be reached").arg(host),
                LoadFailureText::tr("The server does not answer. Check the network, then try again.")};
    case PageFailure::Certificate:
    case PageFailure::CertificateExpired:
    case PageFailure::CertificateEarly:
    case PageFailure::CertificateName:
    case PageFailure::CertificateAuthority:
    case PageFailure::CertificateRevoked:
        return {LoadFailureText::tr("%1 can't prove who it is").arg(host), LoadFailureText::ofCertificate(failure),
                true, certificateDetail(failure, host)};
    case PageFailure::ClientCertificate:
        return clientCertificateFailure(core::certificateError(core::CertificateTrouble::Demanded, host));
    case PageFailure::Proxy:
    case PageFailure::ProxyTold:
        return {LoadFailureText::tr("The proxy %1 wants a name and a password").arg(host),
                LoadFailureText::tr("There are none in https_proxy, or they are wrong. Ask your administrator, or go "
                                    "on in your own browser.")};
    case PageFailure::Elsewhere:
        return {LoadFailureText::tr("The sign-in page can't be shown"),
                LoadFailureText::tr("It leads to an address that is not opened here. Try again, or go on in your own "
                                    "browser.")};
    case PageFailure::Crashed:
        return {LoadFailureText::tr("The sign-in page stopped working"),
                LoadFailureText::tr("Nothing was lost. Try again, or go on in your own browser.")};
    case PageFailure::Watched:
        return {LoadFailureText::tr("This window can be watched"),
                LoadFailureText::tr("Lectern was started with a debugging port or with switches that turn safety off, "
                                    "so a password typed here would not be safe. Go on in your own browser, or start "
                                    "Lectern without them."),
                false};
    case PageFailure::NoSandbox:
        return {LoadFailureText::tr("The sign-in page can't be shown here"),
                LoadFailureText::tr("Lectern runs as the system's administrator, and web pages are not opened with "
                                    "such rights. Go on in your own browser, or start Lectern as an ordinary user."),
                false};
    case PageFailure::NoProgram:
        return {LoadFailureText::tr("The sign-in page can't be shown here"),
                LoadFailureText::tr("The part of Lectern that shows web pages is missing or does not start. Go on in "
                                    "your own browser, or install Lectern again.")};
    }
    Q_UNREACHABLE();
}

LoadFailure foreignHostFailure(const QString &host)
{
    LoadFailure failure = loadFailure(core::PageFailure::CertificateAuthority, host);
    failure.text = LoadFailureText::tr("Its certificate comes from an authority that this computer doesn't know, so "
                                       "nothing was sent. The authority that the profile names (extra_ca) counts for "
                                       "the profile's own hosts only. If this host belongs to your provider, ask your "
                                       "administrator to name it there as well (endpoints).");
    return failure;
}

LoadFailure clientCertificateFailure(const core::Error &error)
{
    return {LoadFailureText::tr("The sign-in page wants a certificate of this computer"), errorText(error)};
}

} // namespace ui
