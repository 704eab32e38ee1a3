// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/poppler/attachments.h"

#include "core/adapters/poppler/places.h"

#include <poppler-qt6.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

QList<Poppler::EmbeddedFile *> filesOf(const Poppler::Document &document) // the document's own
{
    if (!document.hasEmbeddedFiles())
        return {};
    auto files = document.embeddedFiles();
    if (files.size() > bounds::mostAttachments)
        files.resize(bounds::mostAttachments);
    return files;
}

} // namespace

std::vector<AttachmentEntry> attachmentEntries(const Poppler::Document &document)
{
    std::vector<AttachmentEntry> entries;
    for (const Poppler::EmbeddedFile *file : filesOf(document)) {
        entries.push_back({shortened(file->name()), shortened(file->description()), shortened(file->mimeType()),
                           std::max<qint64>(-1, file->size()), file->modDate()});
    }
    return entries;
}

Result<QByteArray> attachmentBytes(const Poppler::Document &document, int index)
{
    const auto files = filesOf(document);
    if (index < 0 || index >= files.size())
        return fail(ErrorCode::NotFound, u"no such attachment"_s);
    Poppler::EmbeddedFile *file = files[index];
    if (!file->isValid())
        return fail(ErrorCode::BrokenDocument, u"the attachment cannot be read"_s);
    if (file->size() > bounds::largestAttachment)
        return fail(ErrorCode::LimitReached, u"attachment of %1 bytes"_s.arg(file->size()));
    QByteArray bytes = file->data(); // what it claims may not be what it is: memory is limited from outside as well
    if (bytes.size() > bounds::largestAttachment)
        return fail(ErrorCode::LimitReached, u"attachment of %1 bytes"_s.arg(bytes.size()));
    return bytes;
}

} // namespace core
