// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/droppedfiles.h"

#include <QDir>
#include <QDirIterator>
#include <QMimeData>
#include <QUrl>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ui {

QStringList documentPatterns()
{
    return {u"*.pdf"_s, u"*.png"_s, u"*.jpg"_s, u"*.jpeg"_s, u"*.tif"_s, u"*.tiff"_s};
}

bool bringsFiles(const QMimeData &data)
{
    return std::ranges::any_of(data.urls(), &QUrl::isLocalFile);
}

int addressesIn(const QMimeData &data)
{
    return static_cast<int>(std::ranges::count_if(data.urls(), [](const QUrl &url) { return !url.isLocalFile(); }));
}

QStringList droppedFiles(const QMimeData &data)
{
    QStringList paths;
    for (const QUrl &url : data.urls()) {
        if (url.isLocalFile())
            paths += url.toLocalFile();
    }
    return paths;
}

QStringList documentsIn(const QStringList &paths)
{
    QStringList files;
    for (const QString &path : paths) {
        if (!QFileInfo(path).isDir()) {
            files += path;
            continue;
        }
        QStringList inside;
        QDirIterator walk(path, documentPatterns(), QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext())
            inside += walk.next();
        inside.sort();
        // An empty folder stays in the list, so that the queue says what is wrong with it.
        files += inside.isEmpty() ? QStringList{path} : inside;
    }
    return files;
}

} // namespace ui
