// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/providerpage.h"

#include <optional>

class QWebEngineLoadingInfo;

namespace ui {

// Why a page could not be loaded; nothing when it was, when it was just stopped for another page, and when it is the
// server's own word that there is no such page: that is shown as it is.
[[nodiscard]] std::optional<core::PageFailure> loadFailure(const QWebEngineLoadingInfo &info);
// A page was left for an address that led nowhere: a download, another program's scheme. Also when it was merely
// stopped.
[[nodiscard]] bool ledNowhere(const QWebEngineLoadingInfo &info);

} // namespace ui
