// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/permissions.h"

#include "core/identity/roles.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core {

AccountPermissions permissionsOf(const std::optional<Account> &account, const std::vector<ProviderProfile> &profiles)
{
    if (!account)
        return {};
    const auto profile = std::ranges::find(profiles, account->provider, &ProviderProfile::id);
    if (profile != profiles.end() && !isAuthorized(*profile, *account))
        return {false, false};
    const bool edits = account->roles.contains("reviewer"_L1) || account->roles.contains("administrator"_L1);
    const bool looks = account->roles.contains("viewer"_L1);
    return {true, edits || !looks}; // a provider whose roles are not ours has said enough by letting them in
}

} // namespace core
