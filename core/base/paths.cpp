// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/paths.h"

#include <QDir>

using namespace Qt::Literals::StringLiterals;

namespace core::paths {
namespace {

QString underHome(const char *variable, const QString &fallback)
{
    // The specification says that a relative path is to be ignored.
    const QString set = qEnvironmentVariable(variable);
    const QString base = QDir::isAbsolutePath(set) ? set : QDir::homePath() + u'/' + fallback;
    return base + "/lectern"_L1;
}

} // namespace

QString config()
{
    return underHome("XDG_CONFIG_HOME", u".config"_s);
}

QString data()
{
    return underHome("XDG_DATA_HOME", u".local/share"_s);
}

QString cache()
{
    return underHome("XDG_CACHE_HOME", u".cache"_s);
}

QString state()
{
    return underHome("XDG_STATE_HOME", u".local/state"_s);
}

QString runtime()
{
    const QString set = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return QDir::isAbsolutePath(set) ? set + "/lectern"_L1 : cache();
}

QStringList configFolders()
{
    QStringList folders{config()};
    const QString system = qEnvironmentVariable("XDG_CONFIG_DIRS", u"/etc/xdg"_s);
    for (const QString &folder : system.split(u':', Qt::SkipEmptyParts)) {
        if (QDir::isAbsolutePath(folder))
            folders += folder + "/lectern"_L1;
    }
    return folders;
}

} // namespace core::paths
