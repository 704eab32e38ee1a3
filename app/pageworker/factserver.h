// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapters/pageworker/frame.h"
#include "core/documents/pageddocument.h"

#include <functional>

namespace app {

using FindDocument = std::function<core::PagedDocument *(qint64)>; // null: not open

// Answers what is asked of a document about itself: outline, labels, links, layers, attachments, properties,
// signatures. Nothing where the question is another one.
[[nodiscard]] std::optional<core::Result<core::Frame>>
answerAboutDocument(const core::Frame &question, const FindDocument &find, const core::StopCheck &stop);

} // namespace app
