// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/identity/account.h"
#include "core/identity/profile.h"

#include <QJsonObject>

namespace core {

// Where an account's facts come from; every set has been checked before.
struct AccountClaims {
    QJsonObject id;
    QJsonObject userinfo;
    QJsonObject access;
};

// Whether a refreshed ID token is still of the account's organization (empty: of none). SignInRefused when it is not.
[[nodiscard]] Result<> checkOrganization(const ProviderProfile &profile, const QJsonObject &idClaims,
                                         const QString &organization);

// SignInRefused when the organization is missing or is not the one that was asked for.
[[nodiscard]] Result<Account> accountFrom(const ProviderProfile &profile, const AccountClaims &claims,
                                          const QString &askedOrganization);

} // namespace core
