// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/writefile.h"

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

Result<> writeFile(const QString &path, const QByteArray &bytes, Readers readers)
{
    // The rename at the end would put a plain file in place of a device or a pipe, links to them included.
    if (const QFileInfo there(path); there.exists() && !there.isFile())
        return fail(ErrorCode::Storage, path + ": not a plain file"_L1);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return notWritten(path, file);
    if (readers == Readers::OwnerAlone && !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return notWritten(path, file);
    if (file.write(bytes) != bytes.size())
        return notWritten(path, file);
    // A small file is still in QSaveFile's buffer here, and commit() overlooks that the disk has no room for it.
    if (!file.flush() || !file.commit())
        return notWritten(path, file);
    return {};
}

} // namespace core
