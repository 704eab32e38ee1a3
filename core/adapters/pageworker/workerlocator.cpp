// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/pageworker/workerlocator.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace core {

QString locatePageWorker()
{
    const QString named = qEnvironmentVariable("LECTERN_PAGE_WORKER");
    if (!named.isEmpty())
        return named;
    // Not QCoreApplication::applicationDirPath(): workers may be started before there is an application.
    const QDir here = QFileInfo(QFileInfo(u"/proc/self/exe"_s).symLinkTarget()).dir();
    for (const QString &folder :
         {u"."_s, u"../libexec/lectern"_s, u"../lib/lectern"_s, u"../pageworker"_s, u"pageworker"_s}) {
        const QString program = QDir::cleanPath(here.filePath(folder + "/lectern-page-worker"_L1));
        if (QFileInfo(program).isExecutable())
            return program;
    }
    return {};
}

} // namespace core
