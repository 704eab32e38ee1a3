// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/poppler/outline.h"

#include "core/adapters/poppler/places.h"

#include <poppler-qt6.h>

namespace core {
namespace {

void add(const QVector<Poppler::OutlineItem> &items, int level, Places &places, std::vector<OutlineEntry> &entries)
{
    if (level > bounds::deepestOutline)
        return;
    for (const Poppler::OutlineItem &item : items) {
        if (entries.size() >= static_cast<std::size_t>(bounds::mostOutlineEntries))
            return;
        const auto destination = item.destination();
        const bool leadsOut = !item.externalFileName().isEmpty();
        const Destination place = destination && !leadsOut ? places.of(*destination) : Destination();
        entries.push_back({shortened(item.name()), place.page, level, place.top, item.isOpen()});
        if (item.hasChildren())
            add(item.children(), level + 1, places, entries);
    }
}

} // namespace

std::vector<OutlineEntry> outlineOf(const Poppler::Document &document)
{
    std::vector<OutlineEntry> entries;
    Places places(document);
    add(document.outline(), 0, places, entries);
    return entries;
}

} // namespace core
