// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/documentfacts.h"

namespace Poppler {
class Document;
}

namespace core {

[[nodiscard]] std::vector<OutlineEntry> outlineOf(const Poppler::Document &document);

} // namespace core
