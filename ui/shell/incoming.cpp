// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/incoming.h"

#include "core/base/paths.h"
#include "core/base/writefile.h"

#include <QBuffer>
#include <QDateTime>
#include <QDir>
#include <QtConcurrent>

using namespace Qt::Literals::StringLiterals;

namespace ui {
namespace {

core::Result<QString> keep(const QImage &picture, const QString &name)
{
    const QDir folder(core::paths::data() + "/pasted"_L1);
    const QString path = folder.filePath(name);
    QBuffer bytes;
    if (!bytes.open(QIODevice::WriteOnly) || !picture.save(&bytes, "PNG"))
        return core::fail(core::ErrorCode::InvalidInput, u"the picture can't be written as PNG"_s);
    if (!folder.mkpath(u"."_s))
        return core::fail(core::ErrorCode::Storage, folder.path());
    return core::writeFile(path, bytes.data()).map([path] { return path; });
}

core::Result<QStringList> unpack()
{
    const QDir folder(core::paths::data() + "/samples"_L1);
    if (!folder.mkpath(u"."_s))
        return core::fail(core::ErrorCode::Storage, folder.path());
    QStringList files;
    for (const QString &name : QDir(u":/samples"_s).entryList(QDir::Files)) {
        QFile packed(":/samples/"_L1 + name);
        const QString path = folder.filePath(name);
        if (!packed.open(QIODevice::ReadOnly))
            return core::fail(core::ErrorCode::Internal, name);
        if (const auto written = core::writeFile(path, packed.readAll()); !written)
            return tl::make_unexpected(written.error());
        files += path;
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
