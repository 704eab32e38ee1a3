// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/documents/documentfacts.h"
#include "core/documents/pageddocument.h"

namespace Poppler {
class Document;
}

namespace core {

// The document's own first, then those that are pinned to its pages.
[[nodiscard]] std::vector<AttachmentEntry> attachmentEntries(const Poppler::Document &document, const StopCheck &stop);
// index: in that list. Errors: NotFound, BrokenDocument, LimitReached.
[[nodiscard]] Result<QByteArray> attachmentBytes(const Poppler::Document &document, int index);

} // namespace core
