// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/thumbnailcache.h"

#include <QThreadPool>

namespace core {

// One file a document in a folder of the cache, readable by its owner only; the longest unused go when all together
// take more than the budget. Reads and writes on a thread of its own.
class ThumbnailFiles final : public ThumbnailCache
{
public:
    explicit ThumbnailFiles(QString folder, qint64 budget = qint64{128} << 20); // bytes
    ~ThumbnailFiles() override; // waits a moment for what is being saved

    [[nodiscard]] Async<Thumbnails> load(const QString &file) override;
    void save(const QString &file, const Thumbnails &thumbnails) override;

private:
    QString m_folder;
    qint64 m_budget;
    QThreadPool m_thread;
};

} // namespace core
