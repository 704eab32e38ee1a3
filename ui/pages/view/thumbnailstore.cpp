// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/view/thumbnailstore.h"

#include "core/base/async.h"
#include "ui/pages/view/thumbnailsize.h"

#include <QBuffer>
#include <QImageReader>
#include <QImageWriter>
#include <QtConcurrentRun>

namespace ui {

namespace {

constexpr int picturesBudget = 8 << 10; // KiB
constexpr int sharpest = 2; // thumbnails are kept for a screen of twice the pixels
constexpr int quality = 82;
constexpr std::size_t unsavedAtMost = 64;
constexpr int largestSide = 4096; // what a damaged cache may claim

QByteArray jpegOf(const QImage &thumbnail)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "jpeg");
    writer.setQuality(quality);
    return writer.write(thumbnail.convertToFormat(QImage::Format_RGB32)) ? buffer.data() : QByteArray();
}

core::Result<QByteArray> shrunk(const QImage &picture, int rotation)
{
    const bool sideways = rotation % 180 != 0;
    const QSize bounds = (sideways ? thumbnailBounds.transposed() : thumbnailBounds) * sharpest;
    const QSize size = picture.size().scaled(bounds, Qt::KeepAspectRatio).boundedTo(picture.size()).expandedTo({1, 1});
    const QImage small = picture.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    return jpegOf(rotation == 0 ? small : small.transformed(QTransform().rotate(-rotation)));
}

QImage pictureOf(QByteArray jpeg)
{
    QBuffer buffer(&jpeg);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, "jpeg");
    const QSize size = reader.size();
    return size.width() > largestSide || size.height() > largestSide ? QImage() : reader.read();
}

} // namespace

ThumbnailStore::ThumbnailStore(QObject *parent)
    : QObject(parent)
    , m_pictures(picturesBudget)
{
}

ThumbnailStore::~ThumbnailStore()
{
    save();
}

void ThumbnailStore::setDocument(const QString &file, int pages)
{
    save();
    m_file = file;
    m_alteredFile.clear();
    m_pages = pages;
    ++m_document;
    m_jpegs.clear();
    m_unsaved.clear();
    m_pictures.clear();
    if (!m_cache || file.isEmpty())
        return;
    core::whenDone(m_cache->load(file), this,
                   [this, document = m_document](const core::Result<core::Thumbnails> &loaded) {
                       if (loaded && document == m_document)
                           takeLoaded(*loaded);
                   });
}

void ThumbnailStore::setAltered(bool altered)
{
    const QString file = m_file.isEmpty() ? m_alteredFile : m_file;
    setDocument(altered ? QString() : file, m_pages);
    m_alteredFile = altered ? file : QString();
}

void ThumbnailStore::takeLoaded(const core::Thumbnails &thumbnails)
{
    for (const auto &[page, jpeg] : thumbnails) {
        if (page <= m_pages && m_jpegs.emplace(page, jpeg).second)
            emit arrived(page);
    }
}

void ThumbnailStore::add(int page, const QImage &picture, int rotation)
{
    core::whenDone(QtConcurrent::run(shrunk, picture, rotation), this,
                   [this, page, document = m_document](const core::Result<QByteArray> &jpeg) {
                       if (jpeg && document == m_document)
                           keep(page, *jpeg);
                   });
}

void ThumbnailStore::add(int page, const QImage &thumbnail)
{
    keep(page, jpegOf(thumbnail));
}

void ThumbnailStore::keep(int page, const QByteArray &jpeg)
{
    if (jpeg.isEmpty())
        return;
    m_jpegs.insert_or_assign(page, jpeg);
    m_pictures.remove(page);
    m_unsaved.insert_or_assign(page, jpeg);
    if (m_unsaved.size() >= unsavedAtMost)
        save();
    emit arrived(page);
}

void ThumbnailStore::save()
{
    if (m_cache && !m_file.isEmpty() && !m_unsaved.empty())
        m_cache->save(m_file, m_unsaved);
    m_unsaved.clear();
}

QImage ThumbnailStore::picture(int page) const
{
    if (const QImage *ready = m_pictures.object(page))
        return *ready;
    const auto found = m_jpegs.find(page);
    if (found == m_jpegs.end())
        return {};
    const QImage picture = pictureOf(found->second);
    m_pictures.insert(page, new QImage(picture), static_cast<int>(picture.sizeInBytes() >> 10) + 1);
    return picture;
}

qint64 ThumbnailStore::bytes() const
{
    qint64 bytes = 0;
    for (const auto &[page, jpeg] : m_jpegs)
        bytes += jpeg.size();
    return bytes;
}

} // namespace ui
