// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/account.h"
#include "core/identity/profile.h"

#include <QHash>

namespace ui {

// Where an account belongs, for people: its organization, else its profile's name, else its provider's host.
[[nodiscard]] QString placeOf(const core::Account &account, const std::vector<core::ProviderProfile> &profiles);

// The same of all of them by their id, with as much more as tells two apart that would look the same: the whole address
// of the provider, and the e-mail address where that is the same as well.
using AccountPlaces = QHash<QString, QString>;
[[nodiscard]] AccountPlaces accountPlaces(const std::vector<core::Account> &accounts,
                                          const std::vector<core::ProviderProfile> &profiles);

// "Bob Brown, Acme": enough to tell it from the others. An empty place is none.
[[nodiscard]] QString accountText(const core::Account &account, const QString &place);

} // namespace ui
