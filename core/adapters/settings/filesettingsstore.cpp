// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/settings/filesettingsstore.h"

#include "core/base/paths.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace core {

FileSettingsStore::FileSettingsStore()
    : FileSettingsStore(paths::config() + "/settings.ini"_L1)
{
}

FileSettingsStore::FileSettingsStore(const QString &file)
    : m_settings(file, QSettings::IniFormat)
{
}

QVariant FileSettingsStore::read(QLatin1StringView name) const
{
    m_settings.sync();
    return m_settings.value(name);
}

void FileSettingsStore::write(QLatin1StringView name, const QVariant &value)
{
    m_settings.setValue(name, value);
    m_settings.sync();
    QFile::setPermissions(m_settings.fileName(), QFile::ReadOwner | QFile::WriteOwner);
}

} // namespace core
