// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/thumbnails/thumbnailfiles.h"

#include "core/adapters/thumbnails/documentfingerprint.h"
#include "core/adapters/thumbnails/thumbnailformat.h"
#include "core/base/logging.h"
#include "core/base/writefile.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QtConcurrentRun>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr qint64 largestFile = 64 << 20;

// Where a document's are kept, whatever its name. Empty: it can't be read.
QString placeOf(const QString &folder, const QString &file)
{
    const QByteArray fingerprint = documentFingerprint(file);
    return fingerprint.isEmpty() ? QString() : folder + u'/' + QString::fromLatin1(fingerprint) + ".thumbnails"_L1;
}

Thumbnails readThumbnails(const QString &place)
{
    QFile kept(place);
    if (!kept.open(QIODevice::ReadOnly) || kept.size() > largestFile)
        return {};
    return unpackThumbnails(kept.readAll()).value_or(Thumbnails());
}

void makeRoom(const QString &folder, qint64 budget)
{
    qint64 bytes = 0;
    for (const QFileInfo &kept : QDir(folder).entryInfoList(QDir::Files, QDir::Time)) { // the latest first
        bytes += kept.size();
        if (bytes > budget)
            QFile::remove(kept.filePath());
    }
}

Result<Thumbnails> loadFrom(const QString &folder, const QString &file, QString &place)
{
    place = placeOf(folder, file);
    if (place.isEmpty())
        return fail(ErrorCode::NotFound, file);
    Thumbnails thumbnails = readThumbnails(place);
    if (QFile used(place); !thumbnails.empty() && used.open(QIODevice::ReadWrite))
        used.setFileTime(QDateTime::currentDateTime(), QFileDevice::FileModificationTime);
    return thumbnails;
}

void saveTo(const QString &folder, const QString &place, Thumbnails thumbnails, qint64 budget)
{
    if (place.isEmpty() || !QDir().mkpath(folder))
        return;
    thumbnails.merge(readThumbnails(place));
    if (const auto written = writeFile(place, packThumbnails(thumbnails), Readers::OwnerAlone); !written) {
        qCInfo(lcPages) << "thumbnails are not kept:" << written.error().detail;
        return;
    }
    makeRoom(folder, budget);
}

} // namespace

ThumbnailFiles::ThumbnailFiles(QString folder, qint64 budget)
    : m_folder(std::move(folder))
    , m_budget(budget)
    , m_places(std::make_shared<Places>())
{
}

ThumbnailFiles::~ThumbnailFiles()
{
    constexpr int patience = 3000; // milliseconds: the document may lie on a disk that answers no more
    m_thread.waitForDone(patience);
}

Async<Thumbnails> ThumbnailFiles::load(const QString &file)
{
    return QtConcurrent::run(m_thread.pool(), [folder = m_folder, places = m_places, file] {
        return loadFrom(folder, file, (*places)[file]);
    });
}

void ThumbnailFiles::save(const QString &file, const Thumbnails &thumbnails)
{
    m_thread.pool()->start([folder = m_folder, budget = m_budget, places = m_places, file, thumbnails] {
        QString &place = (*places)[file];
        if (place.isEmpty())
            place = placeOf(folder, file);
        saveTo(folder, place, thumbnails, budget);
    });
}

} // namespace core
