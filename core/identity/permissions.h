// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/account.h"
#include "core/identity/profile.h"

#include <optional>

namespace core {

// What a person may do with documents. Signed out, everything: the documents are their own.
struct AccountPermissions {
    bool use = true; // false: nothing at all
    bool edit = true; // false: look only
    friend bool operator==(const AccountPermissions &, const AccountPermissions &) = default;
};

// By the account's roles (viewer, reviewer, administrator) and by those that its profile asks for.
[[nodiscard]] AccountPermissions permissionsOf(const std::optional<Account> &account,
                                               const std::vector<ProviderProfile> &profiles);

} // namespace core
