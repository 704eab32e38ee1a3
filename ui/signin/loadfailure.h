// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
[[nodiscard]] LoadFailure loadFailure(const QWebEngineLoadingInfo &info, const QString &host);
[[nodiscard]] LoadFailure certificateFailure(const QString &host);
[[nodiscard]] LoadFailure crashFailure();
[[nodiscard]] LoadFailure observedFailure();
[[nodiscard]] LoadFailure sandboxFailure();

} // namespace ui
