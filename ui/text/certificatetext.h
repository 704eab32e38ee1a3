// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/clientcertificate.h"

#include <QString>

namespace ui {

// What is the matter with a client certificate, in words with what to do. Names a file, an entry of the keychain or a
// host, whichever it is about.
[[nodiscard]] QString certificateText(const core::CertificateProblem &problem);

} // namespace ui
