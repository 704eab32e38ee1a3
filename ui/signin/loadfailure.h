// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/identity/providerpage.h"

#include <QString>

namespace ui {

// Why the provider's page is not there, in words: a line and a sentence that says what to do.
struct LoadFailure {
    QString title;
    QString text;
    bool passes = true; // another try may go well
    QString detail = {}; // technical, for whoever asks; empty: there is none
};

[[nodiscard]] LoadFailure loadFailure(core::PageFailure failure, const QString &host);
// The same where the profile names an authority (extra_ca), and this is none of the hosts that it counts for.
[[nodiscard]] LoadFailure foreignHostFailure(const QString &host);
[[nodiscard]] LoadFailure clientCertificateFailure(const core::Error &error);

} // namespace ui
