// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/readfile.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace app {

core::Result<QByteArray> readFile(const QString &name, qint64 most)
{
    QFile file(name);
    if (!file.exists())
        return core::fail(core::ErrorCode::NotFound, name);
    if (QFileInfo(name).isDir())
        return core::fail(core::ErrorCode::InvalidInput, u"%1 is a folder"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return core::fail(core::ErrorCode::AccessDenied, u"%1: %2"_s.arg(name, file.errorString()));
    QByteArray bytes = file.read(most + 1);
    if (bytes.size() > most)
        return core::fail(core::ErrorCode::LimitReached, u"%1 is larger than %2 bytes"_s.arg(name).arg(most));
    return bytes;
}

} // namespace app
