// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/setting.h"

#include <QHash>

class FakeSettingsStore final : public core::SettingsStore
{
public:
    QHash<QString, QVariant> values;

private:
    [[nodiscard]] QVariant read(QLatin1StringView name) const override { return values.value(name); }
    void write(QLatin1StringView name, const QVariant &value) override { values.insert(name, value); }
};
