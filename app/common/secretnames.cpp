// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/secretnames.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace app {
namespace {

core::Setting<QStringList> setting()
{
    return {"secrets/names"_L1, {}};
}

} // namespace

SecretNames::SecretNames(core::SettingsStore &settings)
    : m_settings(settings)
{
}

QStringList SecretNames::all() const
{
    QStringList names = m_settings.get(setting());
    names.sort();
    return names;
}

void SecretNames::add(const QString &name)
{
    QStringList names = all();
    names.removeAll(name);
    m_settings.set(setting(), names << name);
}

void SecretNames::remove(const QString &name)
{
    QStringList names = all();
    if (names.removeAll(name) > 0)
        m_settings.set(setting(), names);
}

bool SecretNames::isGood(const QString &name)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9][A-Za-z0-9._/-]{0,127}$"_s);
    return plain.match(name).hasMatch() && (!name.startsWith("lectern/"_L1) || name.startsWith("lectern/client/"_L1));
}

} // namespace app
