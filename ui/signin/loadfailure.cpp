// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/loadfailure.h"

#include "ui/text/errortext.h"

#include <QCoreApplication>
#include <QWebEngineLoadingInfo>

#include <algorithm>
#include <array>

namespace ui {
namespace {

// Chromium's net::Error (net_error_list.h): stable numbers.
constexpr int aborted = -3;
constexpr std::array aboutClientCertificates{-110, -117, -134, -135, -141, -164};

struct LoadFailureText {
    Q_DECLARE_TR_FUNCTIONS(ui::LoadFailure)
};

} // namespace

bool isRealFailure(const QWebEngineLoadingInfo &info)
{
    return info.status() == QWebEngineLoadingInfo::LoadFailedStatus && info.errorCode() != aborted
        && info.errorDomain() != QWebEngineLoadingInfo::HttpStatusCodeDomain; // that page is shown as it is
}

bool ledNowhere(const QWebEngineLoadingInfo &info)
{
    return info.errorCode() == aborted
        && (info.status() == QWebEngineLoadingInfo::LoadStoppedStatus
            || info.status() == QWebEngineLoadingInfo::LoadFailedStatus);
}

LoadFailure loadFailure(const QWebEngineLoadingInfo &info, const QString &host)
{
    switch (info.errorDomain()) {
    case QWebEngineLoadingInfo::CertificateErrorDomain:
        return certificateFailure(host);
    case QWebEngineLoadingInfo::DnsErrorDomain:
        return {LoadFailureText::tr("%1 was not found").arg(host),
                LoadFailureText::tr("There is no such server, or this computer has no network. Check the network, then "
                                    "try again.")};
    case QWebEngineLoadingInfo::ConnectionErrorDomain:
    case QWebEngineLoadingInfo::HttpErrorDomain:
        return {LoadFailureText::tr("%1 can't be reached").arg(host),
                LoadFailureText::tr("The server does not answer. Check the network, then try again.")};
    default:
        return {LoadFailureText::tr("The sign-in page can't be shown"),
                LoadFailureText::tr("It leads to an address that is not opened here. Try again, or go on in your own "
                                    "browser.")};
    }
}

LoadFailure certificateFailure(const QString &host)
{
    return {LoadFailureText::tr("%1 can't prove who it is").arg(host),
            LoadFailureText::tr("Its certificate is not valid, so nothing was sent. Don't type your password there. "
                                "Tell your administrator.")};
}

bool isAboutClientCertificate(const QWebEngineLoadingInfo &info)
{
    return std::ranges::find(aboutClientCertificates, info.errorCode()) != aboutClientCertificates.end();
}

LoadFailure clientCertificateFailure(const core::Error &error)
{
    return {LoadFailureText::tr("The sign-in page wants a certificate of this computer"), errorText(error)};
}

LoadFailure proxyFailure(const QString &host)
{
    return {LoadFailureText::tr("The proxy %1 wants a name and a password").arg(host),
            LoadFailureText::tr("There are none in https_proxy, or they are wrong. Ask your administrator, or go on in "
                                "your own browser.")};
}

LoadFailure crashFailure()
{
    return {LoadFailureText::tr("The sign-in page stopped working"),
            LoadFailureText::tr("Nothing was lost. Try again, or go on in your own browser.")};
}

LoadFailure observedFailure()
{
    return {LoadFailureText::tr("This window can be watched"),
            LoadFailureText::tr("Lectern was started with a debugging port or with switches that turn safety off, so a "
                                "password typed here would not be safe. Go on in your own browser, or start Lectern "
                                "without them."),
            false};
}

LoadFailure sandboxFailure()
{
    return {LoadFailureText::tr("The sign-in page can't be shown here"),
            LoadFailureText::tr("Lectern runs as the system's administrator, and web pages are not opened with such "
                                "rights. Go on in your own browser, or start Lectern as an ordinary user."),
            false};
}

} // namespace ui
