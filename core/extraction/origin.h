// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

namespace core {

// Scheme, host and port of an endpoint: what a record may name. Paths and queries may hold keys.
[[nodiscard]] inline QString originOf(const QUrl &url)
{
    return url.adjusted(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment).toString();
}

} // namespace core
