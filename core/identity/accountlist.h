// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/setting.h"
#include "core/identity/account.h"

#include <optional>
#include <vector>

namespace core {

// The accounts known on this machine and the one used last, in the settings. No secret is in it, and no account that is
// good for this session only.
class AccountList
{
public:
    explicit AccountList(SettingsStore &settings);

    [[nodiscard]] std::vector<Account> all() const;
    [[nodiscard]] std::optional<Account> find(const QString &id) const;
    [[nodiscard]] std::optional<Account> last() const;

    void put(const Account &account); // and it is the last one
    void remove(const QString &id);
    void forgetLast();

private:
    void save(const std::vector<Account> &accounts);

    SettingsStore &m_settings;
};

// Stable, opaque, safe in file names: of issuer, subject and organization (Core, 5.7).
[[nodiscard]] QString accountId(const QString &issuer, const QString &subject, const QString &organization);

} // namespace core
