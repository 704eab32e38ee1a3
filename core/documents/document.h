// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/documents/geometry.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <vector>

namespace core {

// native: text stands on every page that has ink; scan: pictures of pages; mixed: some of each; image: not a PDF.
enum class DocumentKind { Native, Scan, Mixed, Image };

// A value somebody typed into a PDF form (AcroForm; XFA keeps its values there too).
struct FormValue {
    QString name; // fully qualified, parts joined with '.'
    QString label; // the tooltip (/TU), when there is one
    QString value; // "true"/"false" for check boxes and chosen radio buttons
    Place place;
};

struct Attachment {
    QString name;
    QString mimeType;
    QByteArray data;
};

struct DocumentInfo {
    QString file; // as the caller named it
    QByteArray sha256; // hex
    qint64 bytes = 0;
    QString mimeType; // application/pdf, image/png, image/jpeg, image/tiff
    std::vector<QSizeF> pageSizes; // points, as shown
    QString title;

    [[nodiscard]] int pages() const { return static_cast<int>(pageSizes.size()); }
};

// A page whose words could not be read, and why. Page 0 stands for what belongs to no page: form values, attachments.
struct UnreadPage {
    int page = 0;
    Error error;
};

// Everything that can be read from a document without deciding what it means.
struct DocumentText {
    DocumentInfo info;
    DocumentKind kind = DocumentKind::Native;
    std::vector<PageText> pages;
    std::vector<FormValue> formValues;
    std::vector<Attachment> attachments;
    std::vector<UnreadPage> unread; // empty when all went well
    qint64 textMs = 0;
    qint64 ocrMs = 0;
};

} // namespace core
