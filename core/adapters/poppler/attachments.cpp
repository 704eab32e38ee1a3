// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/poppler/attachments.h"

#include "core/adapters/poppler/places.h"

#include <QDeadlineTimer>

#include <poppler-annotation.h>
#include <poppler-qt6.h>

#include <algorithm>
#include <functional>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr int mostPages = 5'000; // that are looked at
constexpr int patience = 400; // milliseconds for all of them: the document shows already

struct Found {
    Poppler::EmbeddedFile *file; // valid during the visit
    QString description;
    int page = 0;
};

bool visitOwn(const Poppler::Document &document, const std::function<bool(const Found &)> &visit)
{
    if (!document.hasEmbeddedFiles())
        return true;
    for (Poppler::EmbeddedFile *file : document.embeddedFiles()) { // the document's own
        if (!visit({file, file->description()}))
            return false;
    }
    return true;
}

// In the same order each time, up to where it is told to end; visit: false, go no further.
void visitFiles(const Poppler::Document &document, const StopCheck &isEnough,
                const std::function<bool(const Found &)> &visit)
{
    if (!visitOwn(document, visit))
        return;
    const int last = std::min(document.numPages(), mostPages);
    for (int number = 1; number <= last && !(isEnough && isEnough()); ++number) {
        const std::unique_ptr<Poppler::Page> page(document.page(number - 1));
        if (!page)
            continue;
        for (const auto &annotation : page->annotations({Poppler::Annotation::AFileAttachment})) {
            const auto *pinned = dynamic_cast<const Poppler::FileAttachmentAnnotation *>(annotation.get());
            Poppler::EmbeddedFile *file = pinned ? pinned->embeddedFile() : nullptr;
            if (!file)
                continue;
            const QString description = file->description();
            if (!visit({file, description.isEmpty() ? pinned->contents() : description, number}))
                return;
        }
    }
}

Result<QByteArray> bytesOf(Poppler::EmbeddedFile *file)
{
    if (!file->isValid())
        return fail(ErrorCode::BrokenDocument, u"the attachment cannot be read"_s);
    if (file->size() > bounds::largestAttachment)
        return fail(ErrorCode::LimitReached, u"attachment of %1 bytes"_s.arg(file->size()));
    QByteArray bytes = file->data(); // what it claims may not be what it is: memory is limited from outside as well
    if (bytes.size() > bounds::largestAttachment)
        return fail(ErrorCode::LimitReached, u"attachment of %1 bytes"_s.arg(bytes.size()));
    if (bytes.isEmpty() && file->size() < 0) // Poppler does not tell what is empty from what is not there
        return fail(ErrorCode::BrokenDocument, u"the attachment is not in the document"_s);
    return bytes;
}

} // namespace

AttachmentList attachmentEntries(const Poppler::Document &document, const StopCheck &stop)
{
    AttachmentList list;
    const QDeadlineTimer deadline(patience);
    const auto isEnough = [&stop, &deadline] { return deadline.hasExpired() || (stop && stop()); };
    visitFiles(document, isEnough, [&list](const Found &found) {
        if (++list.all > bounds::mostAttachments)
            return true;
        const Poppler::EmbeddedFile *file = found.file;
        list.entries.push_back({shortened(file->name()), shortened(found.description), shortened(file->mimeType()),
                                std::max<qint64>(-1, file->size()), file->modDate(), found.page});
        return true;
    });
    return list;
}

Result<QByteArray> attachmentBytes(const Poppler::Document &document, int index)
{
    Result<QByteArray> bytes = fail(ErrorCode::NotFound, u"no such attachment"_s);
    int at = 0;
    if (index < 0 || index >= bounds::mostAttachments)
        return bytes;
    visitFiles(document, {}, [&bytes, &at, index](const Found &found) {
        if (at++ < index)
            return true;
        bytes = bytesOf(found.file);
        return false;
    });
    return bytes;
}

} // namespace core
