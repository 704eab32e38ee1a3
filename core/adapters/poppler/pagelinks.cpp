// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/poppler/pagelinks.h"

#include "core/adapters/poppler/places.h"

#include <poppler-link.h>
#include <poppler-qt6.h>

#include <cmath>

namespace core {
namespace {

PageLink refused(PageLink::Refusal why)
{
    return {{}, PageLink::Kind::Refused, {}, {}, why};
}

PageLink leadingTo(const Destination &place)
{
    if (place.page == 0)
        return refused(PageLink::Refusal::Unknown);
    return {{}, PageLink::Kind::Place, place, {}, PageLink::Refusal::Unknown};
}

PageLink browsing(const QString &address)
{
    if (address.size() > bounds::longestAddress)
        return refused(PageLink::Refusal::TooLong);
    return {{}, PageLink::Kind::Address, {}, address, PageLink::Refusal::Unknown};
}

// What the buttons of a slide show do.
PageLink acting(Poppler::LinkAction::ActionType type, int page, int pages)
{
    switch (type) {
    case Poppler::LinkAction::PageFirst:
        return leadingTo({1, 0});
    case Poppler::LinkAction::PageLast:
        return leadingTo({pages, 0});
    case Poppler::LinkAction::PageNext:
        return leadingTo({std::min(page + 1, pages), 0});
    case Poppler::LinkAction::PagePrev:
        return leadingTo({std::max(page - 1, 1), 0});
    default:
        return refused(PageLink::Refusal::Unknown);
    }
}

PageLink linkOf(const Poppler::Link &link, Places &places, int page, int pages)
{
    using Refusal = PageLink::Refusal;
    switch (link.linkType()) {
    case Poppler::Link::Goto: {
        const auto &jump = static_cast<const Poppler::LinkGoto &>(link);
        return jump.isExternal() ? refused(Refusal::OtherFile) : leadingTo(places.of(jump.destination()));
    }
    case Poppler::Link::Browse:
        return browsing(static_cast<const Poppler::LinkBrowse &>(link).url());
    case Poppler::Link::Action:
        return acting(static_cast<const Poppler::LinkAction &>(link).actionType(), page, pages);
    case Poppler::Link::Execute:
        return refused(Refusal::Program);
    case Poppler::Link::JavaScript:
        return refused(Refusal::Script);
    case Poppler::Link::Sound:
    case Poppler::Link::Movie:
    case Poppler::Link::Rendition:
        return refused(Refusal::Media);
    case Poppler::Link::Hide:
        return refused(Refusal::Form);
    default:
        return refused(Refusal::Unknown);
    }
}

// Poppler gives parts of the page's size, from the top left of the page as shown.
QRectF areaOf(const Poppler::Link &link, QSizeF size)
{
    const QRectF part = link.linkArea().normalized();
    const QRectF area(part.x() * size.width(), part.y() * size.height(), part.width() * size.width(),
                      part.height() * size.height());
    const bool isSane = std::isfinite(area.x()) && std::isfinite(area.y()) && std::isfinite(area.width())
        && std::isfinite(area.height());
    return isSane ? area & QRectF(QPointF(), size) : QRectF();
}

} // namespace

std::vector<PageLink> linksOf(const Poppler::Document &document, const Poppler::Page &page, int number, QSizeF size)
{
    std::vector<PageLink> links;
    Places places(document);
    for (const auto &found : page.links()) {
        if (links.size() >= static_cast<std::size_t>(bounds::mostLinks))
            break;
        const QRectF area = found ? areaOf(*found, size) : QRectF();
        if (area.isEmpty())
            continue;
        PageLink link = linkOf(*found, places, number, document.numPages());
        link.area = area;
        links.push_back(std::move(link));
    }
    return links;
}

} // namespace core
