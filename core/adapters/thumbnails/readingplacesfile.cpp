// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/thumbnails/readingplacesfile.h"

#include "core/adapters/thumbnails/documentfingerprint.h"
#include "core/adapters/thumbnails/placesformat.h"
#include "core/base/logging.h"
#include "core/base/writefile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QtConcurrentRun>

#include <algorithm>

namespace core {
namespace {

constexpr qint64 largestFile = 4 << 20;

// Empty: the document can't be read.
QByteArray keyOf(const QString &file, const QString &owner)
{
    const QByteArray fingerprint = documentFingerprint(file);
    if (fingerprint.isEmpty())
        return {};
    return QCryptographicHash::hash(fingerprint + '\n' + owner.toUtf8(), QCryptographicHash::Sha256).toHex();
}

std::vector<KeptPlace> readPlaces(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestFile)
        return {};
    return unpackPlaces(file.readAll());
}

void keep(const QString &path, const KeptPlace &kept, std::size_t most)
{
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return;
    std::vector<KeptPlace> places = readPlaces(path);
    std::erase_if(places, [&kept](const KeptPlace &each) { return each.key == kept.key; });
    places.push_back(kept);
    if (places.size() > most)
        places.erase(places.begin(), places.end() - static_cast<std::ptrdiff_t>(most));
    if (const auto written = writeFile(path, packPlaces(places), Readers::OwnerAlone); !written)
        qCInfo(lcPages) << "where a document was left is not kept:" << written.error().detail;
}

} // namespace

ReadingPlacesFile::ReadingPlacesFile(QString path, std::size_t most)
    : m_path(std::move(path))
    , m_most(most)
    , m_keys(std::make_shared<Keys>())
{
}

ReadingPlacesFile::~ReadingPlacesFile()
{
    constexpr int patience = 3000; // milliseconds: the document may lie on a disk that answers no more
    m_thread.waitForDone(patience);
}

Async<std::optional<ReadingPlace>> ReadingPlacesFile::load(const QString &file, const QString &owner)
{
    return QtConcurrent::run(m_thread.pool(),
                             [path = m_path, keys = m_keys, file, owner]() -> Result<std::optional<ReadingPlace>> {
                                 const QByteArray key = keyOf(file, owner);
                                 (*keys)[{file, owner}] = key;
                                 if (key.isEmpty())
                                     return fail(ErrorCode::NotFound, file);
                                 const std::vector<KeptPlace> places = readPlaces(path);
                                 const auto found = std::ranges::find(places, key, &KeptPlace::key);
                                 return found == places.end() ? std::nullopt : std::optional(found->place);
                             });
}

void ReadingPlacesFile::save(const QString &file, const QString &owner, const ReadingPlace &place)
{
    m_thread.pool()->start([path = m_path, keys = m_keys, most = m_most, file, owner, place] {
        QByteArray key = std::exchange((*keys)[{file, owner}], {});
        keys->erase({file, owner});
        if (key.isEmpty())
            key = keyOf(file, owner);
        if (!key.isEmpty())
            keep(path, {key, place}, most);
    });
}

} // namespace core
