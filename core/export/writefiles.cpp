// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/writefile.h"
#include "core/export/export.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace core {

Result<QStringList> writeFiles(const std::vector<ExportedFile> &files, const QString &folder)
{
    const QDir target(folder);
    if (QFileInfo(folder).exists() && !QFileInfo(folder).isDir())
        return fail(ErrorCode::Storage, folder + ": not a folder"_L1);
    if (!target.mkpath(u"."_s))
        return fail(ErrorCode::AccessDenied, folder + ": the folder can't be made"_L1);
    QStringList written;
    for (const ExportedFile &exported : files) {
        const QString path = target.filePath(exported.name);
        if (const auto done = writeFile(path, exported.bytes); !done)
            return tl::make_unexpected(done.error());
        written += path;
    }
    return written;
}

} // namespace core
