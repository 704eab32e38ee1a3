// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/documents/thumbnailcache.h"

#include <QCache>
#include <QImage>
#include <QObject>

#include <set>

namespace ui {

// A small picture of every page seen so far, as JPEG: a thousand pages are a few megabytes. The last ones looked at lie
// ready as pictures. With a cache behind it a document that is opened again has them all from the start.
class ThumbnailStore : public QObject
{
    Q_OBJECT

public:
    explicit ThumbnailStore(QObject *parent = nullptr);
    ~ThumbnailStore() override;

    // Null: nothing is kept from one opening to the next. Outlives this.
    void setCache(core::ThumbnailCache *cache) { m_cache = cache; }
    // Keeps what was new of the document before. Empty file: none, or one that must leave no trace.
    void setDocument(const QString &file, int pages);
    // Other layers show than the document opens with, or those again: all pictures are drawn anew, and of other layers
    // none is kept.
    void setAltered(bool altered);
    void add(int page, const QImage &picture, int rotation); // of the whole page, larger than a thumbnail
    void add(int page, const QImage &thumbnail); // upright; to be seen at once
    [[nodiscard]] bool has(int page) const { return m_jpegs.contains(page) || m_coming.contains(page); }
    [[nodiscard]] QImage picture(int page) const; // upright; null when there is none yet
    [[nodiscard]] qint64 bytes() const { return m_bytes; }

signals:
    void arrived(int page);

private:
    void expect(int page, const core::Async<QByteArray> &jpeg);
    void keep(int page, const QByteArray &jpeg);
    void hold(int page, const QImage &picture) const; // for the next time it is looked at
    void takeLoaded(const core::Thumbnails &thumbnails);
    void save();

    core::ThumbnailCache *m_cache = nullptr;
    QString m_file;
    QString m_alteredFile; // while it is not kept
    int m_pages = 0;
    int m_document = 0; // counts them, so that what comes late is told apart
    core::Thumbnails m_jpegs;
    core::Thumbnails m_unsaved;
    std::set<int> m_coming; // pages that are being made small
    qint64 m_bytes = 0;
    mutable QCache<int, QImage> m_pictures;
};

} // namespace ui
