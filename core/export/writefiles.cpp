// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/export.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

tl::unexpected<Error> notWritten(const QString &path, const QSaveFile &file)
{
    const QFileInfo folder(QFileInfo(path).path());
    const bool denied = !folder.isWritable() || (QFileInfo::exists(path) && !QFileInfo(path).isWritable());
    return fail(denied ? ErrorCode::AccessDenied : ErrorCode::Storage, u"%1: %2"_s.arg(path, file.errorString()));
}

} // namespace

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
        // The rename at the end would put a plain file in place of a device or a pipe, links to them included.
        if (const QFileInfo there(path); there.exists() && !there.isFile())
            return fail(ErrorCode::Storage, path + ": not a plain file"_L1);
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return notWritten(path, file);
        if (file.write(exported.bytes) != exported.bytes.size() || !file.commit())
            return notWritten(path, file);
        written += path;
    }
    return written;
}

} // namespace core
