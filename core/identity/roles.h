// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/account.h"
#include "core/identity/profile.h"

#include <QJsonObject>

#include <optional>

namespace core {

// The roles that the claims give, in the words of the profile's map; without a map, the provider's own words. Nothing
// when no claim set holds any of the profile's paths: then nothing is known about roles.
[[nodiscard]] std::optional<QStringList> rolesFrom(const ProviderProfile::Roles &rule,
                                                   const QList<QJsonObject> &claimSets);

// The same for an account, path by path. Introspection (RFC 7662) speaks of now: where the profile asks for it and it has
// a path, nobody else is asked about that one.
[[nodiscard]] std::optional<QStringList> rolesOf(const ProviderProfile &profile, const QList<QJsonObject> &claimSets,
                                                 const QJsonObject &accessClaims);

// True when the profile asks for no role, or the account has one that it asks for.
[[nodiscard]] bool isAuthorized(const ProviderProfile &profile, const Account &account);

} // namespace core
