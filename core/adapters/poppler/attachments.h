// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/documents/documentfacts.h"

namespace Poppler {
class Document;
}

namespace core {

[[nodiscard]] std::vector<AttachmentEntry> attachmentEntries(const Poppler::Document &document);
// Errors: NotFound, BrokenDocument, LimitReached.
[[nodiscard]] Result<QByteArray> attachmentBytes(const Poppler::Document &document, int index);

} // namespace core
