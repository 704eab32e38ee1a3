// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace core {

// Does QtKeychain's entry of this service and key lie in a locked collection of the desktop's Secret Service? Asks
// nobody for a password (Secret Service API 0.2, SearchItems). Always answers, later, once: false as well where there
// is no such service, which a job has told by then. Where secrets are kept otherwise (KWallet without that service),
// the jobs themselves say so.
void whenLockedIsKnown(const QString &service, const QString &key, std::function<void(bool)> then);

} // namespace core
