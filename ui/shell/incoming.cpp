// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/incoming.h"

#include "core/base/paths.h"

#include <QDateTime>
#include <QDir>
#include <QSaveFile>
#include <QtConcurrent>

using namespace Qt::Literals::StringLiterals;

namespace ui {
namespace {

core::Result<QString> keep(const QImage &picture, const QString &name)
{
    const QDir folder(core::paths::data() + "/pasted"_L1);
    QSaveFile file(folder.filePath(name));
    if (!folder.mkpath(u"."_s) || !file.open(QIODevice::WriteOnly) || !picture.save(&file, "PNG") || !file.commit())
        return core::fail(core::ErrorCode::Storage, file.errorString());
    return file.fileName();
}

core::Result<QStringList> unpack()
{
    const QDir folder(core::paths::data() + "/samples"_L1);
    if (!folder.mkpath(u"."_s))
        return core::fail(core::ErrorCode::Storage, folder.path());
    QStringList files;
    for (const QString &name : QDir(u":/samples"_s).entryList(QDir::Files)) {
        QFile packed(":/samples/"_L1 + name);
        QSaveFile file(folder.filePath(name));
        if (!packed.open(QIODevice::ReadOnly) || !file.open(QIODevice::WriteOnly) || file.write(packed.readAll()) < 0
            || !file.commit())
            return core::fail(core::ErrorCode::Storage, file.errorString());
        files += file.fileName();
    }
    return files;
}

} // namespace

core::Async<QString> keepPicture(const QImage &picture, const QDateTime &now)
{
    const QString name = "pasted-"_L1 + now.toLocalTime().toString(u"yyyy-MM-dd-HHmmss"_s) + ".png"_L1;
    return QtConcurrent::run(keep, picture, name);
}

core::Async<QStringList> unpackSamples()
{
    return QtConcurrent::run(unpack);
}

} // namespace ui
