// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/documentfacts.h"

#include <QSizeF>

namespace Poppler {
class Document;
class Page;
} // namespace Poppler

namespace core {

// number: the page's, from 1; size: as shown.
[[nodiscard]] std::vector<PageLink> linksOf(const Poppler::Document &document, const Poppler::Page &page, int number,
                                            QSizeF size);

} // namespace core
