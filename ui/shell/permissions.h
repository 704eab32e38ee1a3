// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/account.h"
#include "core/identity/profile.h"

#include <optional>

namespace ui {

// What the person at the window may do. Signed out, everything: the documents are their own.
struct Permissions {
    bool use = true; // false: nothing at all
    bool edit = true; // false: look only
    friend bool operator==(const Permissions &, const Permissions &) = default;
};

// By the account's roles (viewer, reviewer, administrator) and by those that its profile asks for.
[[nodiscard]] Permissions permissionsOf(const std::optional<core::Account> &account,
                                        const std::vector<core::ProviderProfile> &profiles);

} // namespace ui
