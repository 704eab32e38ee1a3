// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/providerpage.h"

#include <QWebEngineCertificateError>

namespace ui {

// What is wrong with a server's certificate, by what its owner can do about it: the time, then the name, then the
// authority. The engine says one thing only, and of an authority that it does not know no more than that.
[[nodiscard]] core::PageFailure certificateFault(const QWebEngineCertificateError &error);

// The same by the engine's own number of it (net_error_list.h), where it says no more.
[[nodiscard]] core::PageFailure certificateFault(int netError);

} // namespace ui
