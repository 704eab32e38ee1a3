// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/thumbnailcache.h"

#include <optional>

namespace core {

// `lectern.thumbnails/1` and a line end, then for each page its number (32 bits, big-endian), the length of its JPEG
// (32 bits) and the JPEG.
[[nodiscard]] QByteArray packThumbnails(const Thumbnails &thumbnails);
// Null unless every byte makes sense.
[[nodiscard]] std::optional<Thumbnails> unpackThumbnails(const QByteArray &bytes);

} // namespace core
