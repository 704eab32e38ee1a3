// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browser/loadoutcome.h"

#include "ui/browser/certificatefault.h"

#include <QWebEngineLoadingInfo>

#include <algorithm>
#include <array>

namespace ui {
namespace {

// Chromium's net::Error (net_error_list.h): stable numbers.
constexpr int aborted = -3;
constexpr std::array aboutClientCertificates{-110, -117, -134, -135, -141, -164};

} // namespace

std::optional<core::PageFailure> loadFailure(const QWebEngineLoadingInfo &info)
{
    if (info.status() != QWebEngineLoadingInfo::LoadFailedStatus || info.errorCode() == aborted)
        return {};
    if (std::ranges::find(aboutClientCertificates, info.errorCode()) != aboutClientCertificates.end())
        return core::PageFailure::ClientCertificate;
    switch (info.errorDomain()) {
    case QWebEngineLoadingInfo::HttpStatusCodeDomain:
        return {};
    case QWebEngineLoadingInfo::CertificateErrorDomain:
        return certificateFault(info.errorCode());
    case QWebEngineLoadingInfo::DnsErrorDomain:
        return core::PageFailure::NotFound;
    case QWebEngineLoadingInfo::ConnectionErrorDomain:
    case QWebEngineLoadingInfo::HttpErrorDomain:
        return core::PageFailure::Unreachable;
    default:
        return core::PageFailure::Elsewhere;
    }
}

bool ledNowhere(const QWebEngineLoadingInfo &info)
{
    return info.errorCode() == aborted
        && (info.status() == QWebEngineLoadingInfo::LoadStoppedStatus
            || info.status() == QWebEngineLoadingInfo::LoadFailedStatus);
}

} // namespace ui
