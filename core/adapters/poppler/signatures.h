// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/pageddocument.h"

namespace Poppler {
class Document;
}

namespace core {

[[nodiscard]] int signatureCount(const Poppler::Document &document); // those that were made

// Compares what was signed with the file. No certificate is looked up anywhere: no network, none of the user's stores.
[[nodiscard]] std::vector<SignatureFact> signaturesOf(const Poppler::Document &document, const StopCheck &stop);

} // namespace core
