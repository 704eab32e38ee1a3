// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArrayView>
#include <QFile>

#include <memory>

namespace core {

// A file that looks like a document, open for reading, before anything has looked inside.
struct Intake {
    std::shared_ptr<QFile> file;
    QString mimeType;
    qint64 bytes = 0;
};

// What takeIn() says of a file that is no document, and people are told in their own words.
inline constexpr QLatin1StringView emptyFile("empty file");
inline constexpr QLatin1StringView folderNotFile("a folder");

// application/pdf, image/png, image/jpeg, image/tiff, or empty: told by the first bytes, never by the name.
[[nodiscard]] QString sniffMimeType(QByteArrayView head);

// Looks at the first bytes only, but even that may take its time on a slow disk: not for the event loop's thread.
// Errors: NotFound, AccessDenied, NotADocument (a folder, a device, empty, an unknown kind).
[[nodiscard]] Result<Intake> takeIn(const QString &path);

} // namespace core
