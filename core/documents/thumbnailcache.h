// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"

#include <QByteArray>
#include <QString>

#include <map>

namespace core {

using Thumbnails = std::map<int, QByteArray>; // by page, 1-based: JPEG of the page as shown, upright

// Keeps small pictures of a document's pages from one opening to the next. What it loses can be made again.
class ThumbnailCache
{
public:
    ThumbnailCache() = default;
    ThumbnailCache(const ThumbnailCache &) = delete;
    ThumbnailCache &operator=(const ThumbnailCache &) = delete;
    virtual ~ThumbnailCache() = default;

    // Those of a file with the same content; none is no error. Error: NotFound (the file can't be read).
    [[nodiscard]] virtual Async<Thumbnails> load(const QString &file) = 0;
    virtual void save(const QString &file, const Thumbnails &thumbnails) = 0; // beside those that are kept already
};

} // namespace core
