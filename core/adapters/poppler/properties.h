// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/pageddocument.h"

namespace Poppler {
class Document;
}

namespace core {

[[nodiscard]] DocumentProperties propertiesOf(const Poppler::Document &document, const StopCheck &stop);
// Empty where pages have their numbers only.
[[nodiscard]] std::vector<QString> pageLabelsOf(const Poppler::Document &document, const StopCheck &stop);

} // namespace core
