// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/view/thumbnailstore.h"

#include "ui/pages/view/thumbnailsize.h"

#include <QBuffer>
#include <QImageReader>
#include <QImageWriter>
#include <QtConcurrentRun>

#include <algorithm>

namespace ui {

namespace {

constexpr int picturesBudget = 8 << 10; // KiB
constexpr int quality = 82;
constexpr std::size_t unsavedAtLeast = 64;
constexpr int largestSide = 4096; // what a damaged cache may claim

core::Result<QByteArray> jpegOf(const QImage &thumbnail)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "jpeg");
    writer.setQuality(quality);
    if (!writer.write(thumbnail.convertToFormat(QImage::Format_RGB32)))
        return core::fail(core::ErrorCode::Internal, writer.errorString());
    return buffer.data();
}

core::Result<QByteArray> shrunk(const QImage &picture, int rotation)
{
    const bool sideways = rotation % 180 != 0;
    const QSize bounds = (sideways ? thumbnailBounds.transposed() : thumbnailBounds) * sharpestThumbnail;
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
    m_coming.clear();
    m_bytes = 0;
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
        if (page > m_pages || !m_jpegs.emplace(page, jpeg).second)
            continue;
        m_bytes += jpeg.size();
        emit arrived(page);
    }
}

void ThumbnailStore::add(int page, const QImage &picture, int rotation)
{
    expect(page, QtConcurrent::run(shrunk, picture, rotation));
}

void ThumbnailStore::add(int page, const QImage &thumbnail)
{
    const QImage own = thumbnail.copy(); // not the memory that it was drawn into
    expect(page, QtConcurrent::run(jpegOf, own));
    hold(page, own);
    emit arrived(page);
}

void ThumbnailStore::expect(int page, const core::Async<QByteArray> &jpeg)
{
    m_coming.insert(page);
    core::whenDone(jpeg, this, [this, page, document = m_document](const core::Result<QByteArray> &made) {
        if (document != m_document)
            return;
        m_coming.erase(page);
        if (made)
            keep(page, *made);
    });
}

void ThumbnailStore::keep(int page, const QByteArray &jpeg)
{
    // No longer than it is, and in this thread's memory: among short-lived pictures it would hold on to theirs.
    const QByteArray compact(jpeg.constData(), jpeg.size());
    QByteArray &kept = m_jpegs[page];
    m_bytes += compact.size() - kept.size();
    kept = compact;
    m_unsaved.insert_or_assign(page, compact);
    // All are written each time: the more there are, the more rarely.
    if (m_unsaved.size() >= std::max(unsavedAtLeast, m_jpegs.size() / 2))
        save();
    if (!m_pictures.contains(page)) // it has been shown
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
    hold(page, picture);
    return picture;
}

void ThumbnailStore::hold(int page, const QImage &picture) const
{
    m_pictures.insert(page, new QImage(picture), static_cast<int>(picture.sizeInBytes() >> 10) + 1);
}

} // namespace ui
