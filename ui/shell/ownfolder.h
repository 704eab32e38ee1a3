// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/setting.h"

namespace ui {

// A folder that was used last, remembered for each account by itself: folders are named after customers and projects.
// `account` is empty without one; it is not to be read in the settings.
[[nodiscard]] QString ownFolder(const core::SettingsStore &settings, const core::Setting<QString> &which,
                                const QString &account);
void setOwnFolder(core::SettingsStore &settings, const core::Setting<QString> &which, const QString &account,
                  const QString &folder);

} // namespace ui
