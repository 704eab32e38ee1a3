// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/helperprogram.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace core {

QString locateHelper(const QString &name, const char *variable, const QString &folder)
{
    const QString named = qEnvironmentVariable(variable);
    if (!named.isEmpty())
        return named;
    // Not QCoreApplication::applicationDirPath(): helpers may be started before there is an application.
    const QDir here = QFileInfo(QFileInfo(u"/proc/self/exe"_s).symLinkTarget()).dir();
    for (const QString &place : {u"."_s, u"../libexec/lectern"_s, u"../lib/lectern"_s, "../"_L1 + folder, folder}) {
        const QString program = QDir::cleanPath(here.filePath(place + u'/' + name));
        if (QFileInfo(program).isExecutable())
            return program;
    }
    return {};
}

} // namespace core
