// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/webaddress.h"
#include "ui/pages/documentpaneprivate.h"
#include "ui/pages/panels/addresssheet.h"
#include "ui/pages/panels/outlinepanel.h"
#include "ui/pages/panels/pagetoolbar.h"
#include "ui/pages/panels/thumbnailstrip.h"
#include "ui/pages/view/pageview.h"
#include "ui/text/linktext.h"
#include "ui/widgets/messagebar.h"

#include <QDesktopServices>
#include <QScrollBar>
#include <QSplitter>

// What a document says of itself, shown around its pages.
namespace ui {

namespace {

constexpr int leastWidth = 180; // logical pixels
constexpr int greatestWidth = 520;
constexpr int afterScroll = 60; // milliseconds
constexpr double headingHeight = 20; // logical pixels: what is this near to the top of the view is being read already

} // namespace

void DocumentPane::Private::connectFacts()
{
    followTimer.setSingleShot(true);
    followTimer.setInterval(afterScroll);
    connect(&followTimer, &QTimer::timeout, this, &Private::followChapter);
    connect(&view->pictures(), &PagePictures::changed, &facts, &FactStore::ask); // the first page is there
    connect(&facts, &FactStore::factsArrived, this, &Private::showFacts);
    connect(&facts, &FactStore::outlineArrived, this, &Private::showOutline);
    connect(outline, &OutlinePanel::placeChosen, this, &Private::goTo);
    connect(&view->links(), &LinkLayer::followed, this, &Private::follow);
    connect(actions.followLink, &QAction::triggered, this, [this] {
        view->setFocus();
        if (!view->links().showNumbers())
            messages->tell(MessageBar::Kind::Information, DocumentPane::tr("No link is in sight."));
    });
    connect(outline, &OutlinePanel::left, view, qOverload<>(&QWidget::setFocus));
    connect(side, &SidePanel::chosen, this, [this](SidePanel::Tab tab) {
        wantedTab = tab;
        showTab(tab);
    });
    connect(sideBySide, &QSplitter::splitterMoved, this, [this] { sideWidth = side->width(); });
    connect(actions.outline, &QAction::triggered, this, [this] {
        wantedTab = SidePanel::Outline;
        pane.setThumbnailsVisible(true);
        showTab(SidePanel::Outline);
        outline->takeFocus();
    });
}

void DocumentPane::Private::showFacts()
{
    view->setLabels(facts.labels());
    toolBar->setLabels(facts.labels());
    outline->setLabels(facts.labels());
    strip->refresh();
}

void DocumentPane::Private::showOutline()
{
    const bool hasOutline = !facts.outline().empty();
    outline->setOutline(facts.outline());
    actions.outline->setEnabled(hasOutline);
    side->setAvailable(SidePanel::Outline, hasOutline, DocumentPane::tr("This document has no outline"));
    if (hasOutline && wantedTab == SidePanel::Outline)
        showTab(SidePanel::Outline);
    else
        showSide();
    followChapter();
}

void DocumentPane::Private::followChapter()
{
    if (view->pages() == 0 || facts.outline().empty())
        return;
    const PagePoint place = view->geometry().nearest({view->viewport()->width() / 2.0, headingHeight});
    outline->follow({place.page, std::max(0.0, place.point.y())});
}

void DocumentPane::Private::goTo(const core::Destination &place)
{
    view->jumpTo({place.page, {0, place.top}});
}

void DocumentPane::Private::follow(const core::PageLink &link)
{
    if (link.kind == core::PageLink::Kind::Place)
        return goTo(link.destination);
    if (link.kind == core::PageLink::Kind::Address) {
        if (const auto address = core::webAddress(link.address))
            return ask(*address);
    }
    messages->tell(MessageBar::Kind::Warning, pageLinkText(link, facts.labels()));
}

void DocumentPane::Private::ask(const QUrl &address)
{
    auto *sheet = new AddressSheet(address, pane.window());
    connect(sheet, &AddressSheet::accepted, this, [this, address] {
        if (!QDesktopServices::openUrl(address))
            messages->tell(MessageBar::Kind::Error, DocumentPane::tr("No program could be found that opens it."));
    });
    sheet->open();
}

void DocumentPane::Private::showTab(SidePanel::Tab tab)
{
    side->show(tab);
    showSide();
}

// The panel is there when it is wanted and has something to show; thumbnails need no more room than they take.
void DocumentPane::Private::showSide()
{
    if (!side->isAvailable(side->current()))
        for (const auto tab : {SidePanel::Pages, SidePanel::Outline, SidePanel::Layers, SidePanel::Attachments})
            if (tab == wantedTab && side->isAvailable(tab))
                side->show(tab);
    const SidePanel::Tab tab = side->current();
    const bool visible = wantsThumbnails && opening.isOpen() && side->isAvailable(tab);
    if (visible == side->isVisibleTo(sideBySide) && tab == shownTab)
        return; // whatever moves the pages by a pixel has them drawn again
    shownTab = tab;
    const int thumbnails = strip->minimumWidth() + 1;
    side->setVisible(visible);
    side->setMinimumWidth(tab == SidePanel::Pages ? thumbnails : leastWidth);
    side->setMaximumWidth(tab == SidePanel::Pages ? thumbnails : greatestWidth);
    const int width = tab == SidePanel::Pages ? thumbnails : sideWidth;
    sideBySide->setSizes({width, std::max(1, sideBySide->width() - width - sideBySide->handleWidth())});
}

} // namespace ui
