// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/documentfacts.h"

#include <map>

namespace Poppler {
class Document;
class LinkDestination;
} // namespace Poppler

namespace core {

// Where Poppler's destinations lie, in points of the page as shown.
class Places
{
public:
    explicit Places(const Poppler::Document &document)
        : m_document(document)
    {
    }

    [[nodiscard]] Destination of(const Poppler::LinkDestination &destination);

private:
    [[nodiscard]] double heightOf(int page); // 0: there is no such page

    const Poppler::Document &m_document;
    std::map<int, double> m_heights; // a table of contents names the same pages again and again
};

// What a document says, cut to what anybody would read.
[[nodiscard]] QString shortened(const QString &text, qsizetype longest = bounds::longestText);

} // namespace core
