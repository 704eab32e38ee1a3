// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/ownfolder.h"

#include <QCryptographicHash>

namespace ui {
namespace {

QByteArray nameOf(const core::Setting<QString> &which, const QString &account)
{
    const QByteArray name(which.name.data(), which.name.size());
    if (account.isEmpty())
        return name;
    constexpr int enough = 16; // to tell the accounts of one person apart
    const auto hash = QCryptographicHash::hash(account.toUtf8(), QCryptographicHash::Sha256);
    return name + '-' + hash.toHex().left(enough);
}

} // namespace

QString ownFolder(const core::SettingsStore &settings, const core::Setting<QString> &which, const QString &account)
{
    const QByteArray name = nameOf(which, account);
    return settings.get(core::Setting<QString>{QLatin1StringView(name), which.fallback});
}

void setOwnFolder(core::SettingsStore &settings, const core::Setting<QString> &which, const QString &account,
                  const QString &folder)
{
    const QByteArray name = nameOf(which, account);
    settings.set(core::Setting<QString>{QLatin1StringView(name), which.fallback}, folder);
}

} // namespace ui
