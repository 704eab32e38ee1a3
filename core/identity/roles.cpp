// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/roles.h"

#include "core/identity/claims.h"

#include <algorithm>

namespace core {

std::optional<QStringList> rolesFrom(const ProviderProfile::Roles &rule, const QList<QJsonObject> &claimSets)
{
    bool found = false;
    QStringList roles;
    for (const QJsonObject &claims : claimSets) {
        for (const QString &path : rule.claims) {
            const QJsonValue claim = claimAt(claims, path);
            found = found || !claim.isUndefined();
            for (const QString &word : wordsOf(claim)) {
                const QString role = rule.map.isEmpty() ? word : rule.map.value(word);
                if (!role.isEmpty() && !roles.contains(role))
                    roles += role;
            }
        }
    }
    roles.sort();
    return found ? std::optional(roles) : std::nullopt;
}

std::optional<QStringList> rolesOf(const ProviderProfile &profile, const QList<QJsonObject> &claimSets,
                                   const QJsonObject &accessClaims)
{
    std::optional<QStringList> all;
    for (const QString &path : profile.roles.claims) {
        ProviderProfile::Roles rule = profile.roles;
        rule.claims = {path};
        const bool isDecided = profile.introspect && !claimAt(accessClaims, path).isUndefined();
        if (const auto roles = rolesFrom(rule, isDecided ? QList{accessClaims} : claimSets + QList{accessClaims}))
            all = all.value_or(QStringList()) + *roles;
    }
    if (all) {
        all->removeDuplicates();
        all->sort();
    }
    return all;
}

bool isAuthorized(const ProviderProfile &profile, const Account &account)
{
    if (profile.roles.required.isEmpty())
        return profile.roles.claims.isEmpty() || !account.roles.isEmpty();
    return std::any_of(account.roles.begin(), account.roles.end(),
                       [&](const QString &role) { return profile.roles.required.contains(role); });
}

} // namespace core
