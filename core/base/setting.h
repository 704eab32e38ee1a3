// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariant>

namespace core {

// A setting is its name, its type and its default, said once.
template<typename T>
struct Setting {
    QLatin1StringView name;
    T fallback;
};

// Where settings are kept. The programs keep them in a file, a test in memory.
class SettingsStore
{
public:
    SettingsStore() = default;
    SettingsStore(const SettingsStore &) = delete;
    SettingsStore &operator=(const SettingsStore &) = delete;
    virtual ~SettingsStore() = default;

    template<typename T>
    [[nodiscard]] T get(const Setting<T> &setting) const
    {
        const QVariant stored = read(setting.name);
        return stored.isValid() && stored.canConvert<T>() ? stored.value<T>() : setting.fallback;
    }

    template<typename T>
    void set(const Setting<T> &setting, const T &value)
    {
        write(setting.name, QVariant::fromValue(value));
    }

private:
    [[nodiscard]] virtual QVariant read(QLatin1StringView name) const = 0;
    virtual void write(QLatin1StringView name, const QVariant &value) = 0;
};

} // namespace core
