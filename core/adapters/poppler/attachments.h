// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/documents/documentfacts.h"
#include "core/documents/pageddocument.h"

namespace Poppler {
class Document;
}

namespace core {

struct AttachmentList {
    std::vector<AttachmentEntry> entries; // as many as are listed
    int all = 0; // as many as there are, as far as they could be counted in the time
};

// The document's own first, then those that are pinned to its pages.
[[nodiscard]] AttachmentList attachmentEntries(const Poppler::Document &document, const StopCheck &stop);
// index: in that list. Errors: NotFound, BrokenDocument, LimitReached.
[[nodiscard]] Result<QByteArray> attachmentBytes(const Poppler::Document &document, int index);

} // namespace core
