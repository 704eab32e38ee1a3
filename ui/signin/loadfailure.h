// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

class QWebEngineLoadingInfo;

namespace ui {

// Why the provider's page is not there, in words: a line and a sentence that says what to do.
struct LoadFailure {
    QString title;
    QString text;
    bool passes = true; // another try may go well
};

[[nodiscard]] bool isRealFailure(const QWebEngineLoadingInfo &info); // not just stopped for another page
// A page was left for an address that led nowhere: a download, another program's scheme. Also when it was merely
// stopped.
[[nodiscard]] bool ledNowhere(const QWebEngineLoadingInfo &info);
[[nodiscard]] LoadFailure loadFailure(const QWebEngineLoadingInfo &info, const QString &host);
[[nodiscard]] LoadFailure certificateFailure(const QString &host);
// Whether the server broke off for want of a certificate of this computer's, or because of the one that it got.
[[nodiscard]] bool isAboutClientCertificate(const QWebEngineLoadingInfo &info);
[[nodiscard]] LoadFailure clientCertificateFailure(const core::Error &error);
[[nodiscard]] LoadFailure proxyFailure(const QString &host);
[[nodiscard]] LoadFailure crashFailure();
[[nodiscard]] LoadFailure observedFailure();
[[nodiscard]] LoadFailure sandboxFailure();

} // namespace ui
