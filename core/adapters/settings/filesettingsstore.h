// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/setting.h"

#include <QSettings>

namespace core {

// Settings in an INI file that several programs may have open; what another one wrote is seen.
class FileSettingsStore final : public SettingsStore
{
public:
    FileSettingsStore(); // settings.ini in the configuration folder
    explicit FileSettingsStore(const QString &file);

private:
    [[nodiscard]] QVariant read(QLatin1StringView name) const override;
    void write(QLatin1StringView name, const QVariant &value) override;

    mutable QSettings m_settings;
};

} // namespace core
