// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/webaddress.h"
#include "ui/pages/documentpaneprivate.h"
#include "ui/pages/panels/addresssheet.h"
#include "ui/pages/panels/attachmentpanel.h"
#include "ui/pages/panels/hitlist.h"
#include "ui/pages/panels/layerpanel.h"
#include "ui/pages/panels/outlinepanel.h"
#include "ui/pages/panels/pagetoolbar.h"
#include "ui/pages/panels/propertiessheet.h"
#include "ui/pages/panels/thumbnailstrip.h"
#include "ui/pages/view/pageview.h"
#include "ui/text/documenttext.h"
#include "ui/text/errortext.h"
#include "ui/text/formats.h"
#include "ui/text/linktext.h"
#include "ui/widgets/messagebar.h"

#include <QDesktopServices>
#include <QDir>
#include <QScrollBar>
#include <QSplitter>

// What a document says of itself, shown around its pages.
namespace ui {

namespace {

constexpr int afterScroll = 60; // milliseconds
constexpr double headingHeight = 20; // logical pixels: what is this near to the top of the view is being read already

// An attachment that is too large is refused by name: what else is too large is told elsewhere.
QString attachmentErrorText(const core::Error &error)
{
    if (error.code == core::ErrorCode::LimitReached)
        return DocumentPane::tr("The attachment is larger than %1, which is the most that is saved. Nothing was saved.")
            .arg(bytesText(core::bounds::largestAttachment));
    return errorText(error);
}

} // namespace

void DocumentPane::Private::connectFacts()
{
    followTimer.setSingleShot(true);
    followTimer.setInterval(afterScroll);
    connect(&followTimer, &QTimer::timeout, this, &Private::followChapter);
    connect(&view->pictures(), &PagePictures::changed, &facts, &FactStore::ask); // the first page is there
    connect(&facts, &FactStore::factsArrived, this, &Private::showFacts);
    connect(toolBar, &PageToolBar::labelsWanted, &facts, &FactStore::ask);
    connect(&facts, &FactStore::outlineArrived, this, &Private::showOutline);
    connect(outline, &OutlinePanel::placeChosen, this, &Private::goTo);
    connect(&view->links(), &LinkLayer::followed, this, &Private::follow);
    connect(actions.followLink, &QAction::triggered, this, [this] {
        view->setFocus();
        forgetLink();
        if (!view->links().showNumbers())
            tellOfLink(MessageBar::Kind::Information, DocumentPane::tr("No link is in sight."));
    });
    connect(outline, &OutlinePanel::left, view, qOverload<>(&QWidget::setFocus));
    connect(side, &SidePanel::chosen, this, [this](SidePanel::Tab tab) {
        wantedTab = tab;
        showTab(tab);
    });
    connect(sideBySide, &QSplitter::splitterMoved, this, [this] {
        if (side->current() != SidePanel::Pages)
            sideWidth = side->width();
    });
    connect(actions.outline, &QAction::triggered, this, [this] {
        openTab(SidePanel::Outline);
        outline->takeFocus();
    });
    connect(&keeper, &PlaceKeeper::restored, this, [this](int tab) {
        wantedTab = static_cast<SidePanel::Tab>(std::min<int>(tab, SidePanel::Attachments));
        if (side->isAvailable(wantedTab))
            showTab(wantedTab);
    });
    connectExtras();
}

void DocumentPane::Private::connectExtras()
{
    connect(&facts, &FactStore::signaturesArrived, this, &Private::showSignatures);
    connect(&facts, &FactStore::layersChanged, this, [this] {
        showLayers();
        view->setLayers(facts.layerStates());
        strip->reload();
        strip->follow(view->currentPage());
    });
    connect(layers, &LayerPanel::switched, &facts, &FactStore::switchLayer);
    connect(layers, &LayerPanel::restored, &facts, &FactStore::restoreLayers);
    connect(layers, &LayerPanel::left, view, qOverload<>(&QWidget::setFocus));
    connect(actions.layers, &QAction::triggered, this, [this] {
        openTab(SidePanel::Layers);
        layers->setFocus(Qt::ShortcutFocusReason);
    });
    connect(attachments, &AttachmentPanel::left, view, qOverload<>(&QWidget::setFocus));
    connect(actions.attachments, &QAction::triggered, this, [this] {
        openTab(SidePanel::Attachments);
        attachments->takeFocus();
    });
    connect(attachments, &AttachmentPanel::saveRequested, this, [this](int index) {
        saving.ask(opening.document().handle, index, facts.facts().attachments[static_cast<std::size_t>(index)]);
    });
    connect(&saving, &AttachmentSaving::saved, this, [this](const QString &path) {
        messages->tell(MessageBar::Kind::Success, DocumentPane::tr("Saved as %1.").arg(QDir::toNativeSeparators(path)));
    });
    connect(&saving, &AttachmentSaving::failed, this,
            [this](const core::Error &error) { messages->tell(MessageBar::Kind::Error, attachmentErrorText(error)); });
    connect(actions.properties, &QAction::triggered, this, &Private::showProperties);
}

void DocumentPane::Private::print(bool intoFile)
{
    const core::OpenedDocument &document = opening.document();
    PrintOrder order{file, opening.password(), document.info.pages(), {}, view->rotation(), facts.layerStates()};
    printing.ask({document.handle, std::move(order), view->currentPage(), intoFile});
}

// What was wanted last this document may not have, and something else instead.
void DocumentPane::Private::switchSide(bool on)
{
    const auto has = [this](SidePanel::Tab tab) { return side->isAvailable(tab); };
    std::vector tabs{wantedTab, SidePanel::Pages, SidePanel::Outline, SidePanel::Layers, SidePanel::Attachments};
    const auto tab = std::ranges::find_if(tabs, has);
    if (tab != tabs.end() && !side->isVisibleTo(sideBySide))
        openTab(*tab);
    else
        pane.setThumbnailsVisible(on);
}

void DocumentPane::Private::openTab(SidePanel::Tab tab)
{
    wantedTab = tab;
    pane.setThumbnailsVisible(true);
    showTab(tab);
}

void DocumentPane::Private::showLayers()
{
    layers->setLayers(facts.facts().layers);
    layers->setAltered(!facts.layerStates().isEmpty());
}

void DocumentPane::Private::showSignatures()
{
    const auto &signatures = facts.signatures();
    if (signatures.empty())
        return signatureBar->dismiss();
    using State = core::SignatureFact::State;
    const auto any = [&signatures](State state) {
        return std::any_of(signatures.begin(), signatures.end(),
                           [state](const core::SignatureFact &each) { return each.state == state; });
    };
    const bool isDoubtful = any(State::Unreadable) || !any(State::Intact);
    const auto kind = any(State::Changed) || any(State::Invalid) ? MessageBar::Kind::Error
        : isDoubtful                                             ? MessageBar::Kind::Warning
                                                                 : MessageBar::Kind::Information;
    const QString text = DocumentPane::tr("%1 The certificate was not checked.").arg(signaturesText(signatures));
    signatureBar->tell(kind, text, {DocumentPane::tr("Signatures…"), [this] { showProperties(); }});
}

void DocumentPane::Private::showProperties()
{
    const core::OpenedDocument &document = opening.document();
    auto *sheet = new PropertiesSheet(document.info, pane.window());
    std::stop_source stop;
    connect(sheet, &PropertiesSheet::closed, this, [stop]() mutable { stop.request_stop(); });
    sheet->setSignatures(facts.signatures());
    core::whenDone(source.properties(document.handle, stop.get_token()), sheet,
                   [sheet](const core::Result<core::DocumentProperties> &properties) {
                       if (properties)
                           sheet->setProperties(*properties);
                       else
                           sheet->say(errorText(properties.error()));
                   });
    core::whenDone(source.sha256(document.handle, stop.get_token()), sheet,
                   [sheet](const core::Result<QByteArray> &hash) {
                       sheet->setHash(hash ? QString::fromLatin1(*hash) : errorText(hash.error()));
                   });
    sheet->open();
}

void DocumentPane::Private::showFacts()
{
    view->setLabels(facts.labels());
    toolBar->setLabels(facts.labels(), facts.isKnown());
    outline->setLabels(facts.labels());
    hits->setLabels(facts.labels());
    strip->refresh();
    const core::DocumentFacts &told = facts.facts();
    attachments->setAttachments(told.attachments, told.allAttachments, facts.labels());
    side->setAvailable(SidePanel::Attachments, !told.attachments.empty());
    actions.attachments->setEnabled(!told.attachments.empty());
    side->setAvailable(SidePanel::Layers, !told.layers.empty());
    actions.layers->setEnabled(!told.layers.empty());
    showLayers();
    if (side->isAvailable(wantedTab) && wantedTab != SidePanel::Pages && wantedTab != SidePanel::Outline)
        showTab(wantedTab);
    else
        showSide();
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
    forgetLink();
    if (link.kind == core::PageLink::Kind::Place)
        return goTo(link.destination);
    if (link.kind == core::PageLink::Kind::Address) {
        if (const auto address = core::webAddress(link.address))
            return ask(*address);
    }
    tellOfLink(MessageBar::Kind::Warning, pageLinkText(link, facts.labels()));
}

void DocumentPane::Private::tellOfLink(MessageBar::Kind kind, const QString &text)
{
    messages->tell(kind, text);
    linkMessage = messages->number();
}

// Another is followed.
void DocumentPane::Private::forgetLink()
{
    if (messages->shows(linkMessage))
        messages->dismiss();
}

void DocumentPane::Private::ask(const QUrl &address)
{
    auto *sheet = new AddressSheet(address, pane.window());
    connect(sheet, &AddressSheet::accepted, this, [this, address] {
        if (!QDesktopServices::openUrl(address))
            tellOfLink(MessageBar::Kind::Error, DocumentPane::tr("No program could be found that opens it."));
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
