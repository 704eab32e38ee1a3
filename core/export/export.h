// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extraction/extraction.h"

#include <QStringList>

namespace core {

enum class ExportFormat { Json, Csv };

// The bytes of one file with all given extractions. Csv: RFC 4180, UTF-8 with BOM, one row a document, one column a
// field; tables follow in a file of their own each, so one document list gives several files.
struct ExportedFile {
    QString name; // relative, safe on every file system
    QByteArray bytes;
};
[[nodiscard]] std::vector<ExportedFile> exportFiles(const std::vector<Extraction> &extractions, ExportFormat format,
                                                    const QString &baseName);

// Writes through a temporary file beside the target and renames it: a full disk leaves what was there before.
// Storage or AccessDenied names the file.
[[nodiscard]] Result<QStringList> writeFiles(const std::vector<ExportedFile> &files, const QString &folder);

} // namespace core
