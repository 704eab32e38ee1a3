// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/setting.h"

#include <QStringList>

namespace app {

// The names of the secrets that people put into the keychain, which can't be asked for them. No secret is in here.
class SecretNames
{
public:
    explicit SecretNames(core::SettingsStore &settings);

    [[nodiscard]] QStringList all() const; // in alphabetical order
    void add(const QString &name);
    void remove(const QString &name);

    // A name that a connection or a profile may use. What Lectern keeps of a sign-in is out of reach.
    [[nodiscard]] static bool isGood(const QString &name);

private:
    core::SettingsStore &m_settings;
};

} // namespace app
