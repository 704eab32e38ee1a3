// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/documentpaneprivate.h"

#include "ui/pages/dropoutline.h"
#include "ui/pages/panels/attachmentpanel.h"
#include "ui/pages/panels/hitlist.h"
#include "ui/pages/panels/layerpanel.h"
#include "ui/pages/panels/outlinepanel.h"
#include "ui/pages/panels/pagetoolbar.h"
#include "ui/pages/panels/searchbar.h"
#include "ui/pages/panels/thumbnailstrip.h"
#include "ui/pages/panepanels.h"
#include "ui/pages/view/magnifier.h"
#include "ui/pages/view/pageview.h"
#include "ui/text/errortext.h"
#include "ui/widgets/messagebar.h"

#include <QFileInfo>
#include <QScrollBar>
#include <QSplitter>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace ui {

DocumentPane::Private::Private(core::PageSource &pages, DocumentPane &owner)
    : source(pages)
    , pane(owner)
    , opening(pages)
    , fileWatch(&owner)
    , actions(&owner)
    , facts(pages)
    , saving(pages, owner)
    , view(new PageView(pages, &owner))
    , keeper(*view)
    , strip(new ThumbnailStrip(*view, &owner))
    , outline(new OutlinePanel(&owner))
    , layers(new LayerPanel(&owner))
    , attachments(new AttachmentPanel(&owner))
    , side(new SidePanel(&owner))
    , toolBar(new PageToolBar(actions, &owner))
    , searchBar(new SearchBar(view->search(), actions, &owner))
    , hits(new HitList(view->search(), &owner))
    , messages(new MessageBar(&owner))
    , fileMessages(new MessageBar(&owner))
    , signatureBar(new MessageBar(&owner))
    , printBar(new MessageBar(&owner))
    , printing(pages, *printBar, owner)
    , panels(nullptr)
    , dropOutline(new DropOutline(&owner))
{
    build();
    connectActions();
    connectView();
    connectSearch();
    connectOpening();
    followFile();
    connectFacts();
    showState();
}

void DocumentPane::Private::build()
{
    side->setTab(SidePanel::Pages, strip, DocumentPane::tr("Thumbnails"), u"thumbnails"_s);
    side->setTab(SidePanel::Outline, outline, DocumentPane::tr("Outline"), u"outline"_s);
    side->setTab(SidePanel::Layers, layers, DocumentPane::tr("Layers"), u"layers"_s);
    side->setTab(SidePanel::Attachments, attachments, DocumentPane::tr("Attachments"), u"attachment"_s);
    side->hide();
    signatureBar->setObjectName(u"signatureBar"_s);
    printBar->setObjectName(u"printBar"_s);
    sideBySide = new QSplitter(Qt::Horizontal, &pane);
    sideBySide->setObjectName(u"pagesPanel"_s);
    sideBySide->setChildrenCollapsible(false);
    sideBySide->addWidget(side);
    sideBySide->addWidget(view);
    sideBySide->setStretchFactor(0, 0);
    sideBySide->setStretchFactor(1, 1);
    panels = new PanePanels(sideBySide, &pane);
    auto *layout = new QVBoxLayout(&pane);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(toolBar);
    layout->addWidget(searchBar);
    layout->addWidget(hits);
    layout->addWidget(fileMessages);
    layout->addWidget(signatureBar);
    layout->addWidget(messages);
    layout->addWidget(printBar);
    layout->addWidget(panels, 1);
    view->addActions({actions.copy, actions.copyLayout, actions.copyTable, actions.selectPage});
    view->setContextMenuPolicy(Qt::ActionsContextMenu);
    pane.setFocusProxy(view);
    actions.thumbnails->setChecked(true);
}

void DocumentPane::Private::connectActions()
{
    const auto on = [this](QAction *action, auto run) { connect(action, &QAction::triggered, this, run); };
    on(actions.thumbnails, [this](bool wanted) { switchSide(wanted); });
    on(actions.previousPage, [this] { view->goToRow(-1); });
    on(actions.nextPage, [this] { view->goToRow(1); });
    on(actions.goToPage, [this] { toolBar->editPage(); });
    on(actions.zoomIn, [this] { view->zoomStep(1); });
    on(actions.zoomOut, [this] { view->zoomStep(-1); });
    on(actions.actualSize, [this] { view->setZoom(1); });
    on(actions.fitWidth, [this] { view->setFit(Fit::Width); });
    on(actions.fitPage, [this] { view->setFit(Fit::Page); });
    on(actions.rotateLeft, [this] { view->rotate(-90); });
    on(actions.rotateRight, [this] { view->rotate(90); });
    const auto setFlow = [this] {
        view->setFlow(
            {actions.continuous->isChecked(), actions.twoPages->isChecked(), actions.coverAlone->isChecked()});
    };
    for (QAction *action : {actions.continuous, actions.twoPages, actions.coverAlone})
        on(action, setFlow);
    on(actions.magnifier, [this](bool wanted) {
        view->setFocus();
        view->magnifier().setOn(wanted);
    });
    connect(&view->magnifier(), &Magnifier::switched, actions.magnifier, &QAction::setChecked);
    on(actions.dimPaper, [this](bool dimmed) { pane.setPaperDimmed(dimmed); });
    on(actions.print, [this] { print(false); });
    on(actions.printToFile, [this] { print(true); });
    on(actions.goBack, [this] { view->goBack(); });
    on(actions.goForward, [this] { view->goForward(); });
    on(actions.find, [this] { searchBar->open(); });
    on(actions.findNext, [this] { view->search().isActive() ? view->search().step(1) : searchBar->open(); });
    on(actions.findPrevious, [this] { view->search().isActive() ? view->search().step(-1) : searchBar->open(); });
    on(actions.selectPage, [this] { view->selectPage(); });
    on(actions.copy, [this] { view->copy(); });
    on(actions.copyLayout, [this] { view->copy(PageView::CopyAs::Layout); });
    on(actions.copyTable, [this] { view->copy(PageView::CopyAs::Table); });
}

void DocumentPane::Private::connectView()
{
    connect(view, &PageView::viewChanged, this, &Private::showState);
    connect(view, &PageView::viewChanged, &pane, &DocumentPane::pagesTurned);
    connect(view, &PageView::rotated, &pane, &DocumentPane::rotated);
    connect(view, &PageView::selectionChanged, this, [this] { actions.setSelected(!view->selection().isEmpty()); });
    connect(view, &PageView::markChosen, &pane, &DocumentPane::markChosen);
    connect(view, &PageView::regionDrawn, &pane, &DocumentPane::regionDrawn);
    connect(&view->pictures(), &PagePictures::failuresChanged, this, &Private::showFailures);
    connect(strip, &ThumbnailStrip::pageChosen, view, &PageView::goToPage);
    connect(view->verticalScrollBar(), &QScrollBar::valueChanged, &followTimer, qOverload<>(&QTimer::start));
    connect(toolBar, &PageToolBar::pageEntered, this, [this](int page) {
        view->jumpTo({page, {}});
        view->setFocus();
    });
    connect(toolBar, &PageToolBar::zoomEntered, view, &PageView::setZoom);
}

void DocumentPane::Private::connectSearch()
{
    const auto find = [this] {
        if (!searchBar->isHidden())
            view->search().find(searchBar->text(), view->search().startPage(view->currentPage()), searchBar->options());
    };
    const auto goToPages = [this] { view->setFocus(); };
    connect(searchBar, &SearchBar::wantedChanged, this, find);
    connect(searchBar, &SearchBar::listEntered, hits, &HitList::enter);
    connect(searchBar, &SearchBar::closed, this, [this, goToPages] {
        view->search().find({}, 1);
        goToPages();
    });
    connect(
        hits, &HitList::unfolded, view,
        [this] {
            if (const SearchHit *hit = view->search().current(); hit && !hit->boxes.empty())
                view->reveal(hit->page, hit->boxes.front());
        },
        Qt::QueuedConnection);
    connect(hits, &HitList::accepted, this, goToPages);
    connect(hits, &HitList::left, searchBar, [this] { searchBar->open(); });
    connect(hits, &HitList::closed, searchBar, &SearchBar::close);
    connect(actions.listHits, &QAction::toggled, hits, &HitList::setWanted);
}

void DocumentPane::Private::connectOpening()
{
    connect(&opening, &Opening::opened, this, &Private::finishOpening);
    connect(&opening, &Opening::passwordNeeded, this, [this](bool again) { panels->askPassword(file, again); });
    connect(&opening, &Opening::failed, this, [this](const core::Error &error) {
        panels->showError(file, error);
        emit pane.openFailed(QString(file), error); // which may lead to another being opened
    });
    connect(panels, &PanePanels::passwordEntered, this, [this](const core::Secret &password) {
        typed = password;
        opening.open(file, password); // the prompt stays until the answer
    });
    connect(panels, &PanePanels::retried, this, [this] { begin(file, {}); });
    connect(panels, &PanePanels::cancelled, this, &Private::cancel);
}

void DocumentPane::Private::begin(const QString &fileName, const core::Secret &password)
{
    file = fileName;
    typed = {};
    panels->showOpening(file);
    keeper.begin(file);
    opening.open(file, password);
    showState();
}

void DocumentPane::Private::finishOpening(const core::OpenedDocument &document, const core::Secret &password)
{
    const bool wasTyped = !typed.isEmpty() && typed == password;
    typed = {};
    actions.setDocumentOpen(true);
    panels->showPages();
    side->setAvailable(SidePanel::Pages, document.info.pages() > 1);
    side->show(SidePanel::Pages);
    showSide();
    pane.layout()->activate();
    sideBySide->refresh(); // so that the pages know their width before the first is drawn
    fileMessages->dismiss();
    fileWatch.watch(file);
    if (std::exchange(isReloading, false))
        view->replaceDocument(document, !password.isEmpty());
    else
        view->setDocument(document, !password.isEmpty());
    keeper.arrive(!password.isEmpty());
    facts.setDocument(document.handle, document.info.pages());
    view->setMarks(marks);
    strip->reload();
    showState();
    if (placeToReveal)
        view->reveal(placeToReveal->first, placeToReveal->second);
    placeToReveal.reset();
    if (!chosen.isEmpty())
        view->chooseMark(chosen);
    if (const int page = std::exchange(pageToShow, 0); page > 0)
        view->goToPage(page);
    if (wasTyped) {
        view->setFocus();
        emit pane.passwordAccepted(file, password);
    }
    emit pane.opened(document);
}

void DocumentPane::Private::cancel()
{
    const QString cancelled = file;
    pane.clear();
    emit pane.openFailed(cancelled, core::Error{core::ErrorCode::Cancelled, {}});
}

void DocumentPane::Private::reset()
{
    keeper.leave(wantedTab);
    printing.leave();
    marks.clear();
    chosen.clear();
    placeToReveal.reset();
    pageToShow = 0;
    facts.setDocument(0, 0);
    view->clear();
    view->setMarks({});
    view->chooseMark({});
    strip->reload();
    searchBar->hide();
    messages->dismiss();
    fileMessages->dismiss();
    fileWatch.watch({});
    isReloading = false;
    opening.close();
    file.clear();
    actions.setDocumentOpen(false);
}

void DocumentPane::Private::showState()
{
    const bool open = opening.isOpen() && view->pages() > 0;
    const int page = open ? view->currentPage() : 0;
    toolBar->setVisible(!file.isEmpty());
    toolBar->setTitle(QFileInfo(file).fileName(), file);
    toolBar->setPage(page, open ? view->pages() : 0);
    toolBar->setZoom(view->zoom());
    actions.fitWidth->setChecked(view->fit() == Fit::Width);
    actions.fitPage->setChecked(view->fit() == Fit::Page);
    actions.continuous->setChecked(view->flow().continuous);
    actions.twoPages->setChecked(view->flow().sideBySide);
    actions.coverAlone->setChecked(view->flow().coverAlone);
    actions.coverAlone->setEnabled(open && view->flow().sideBySide);
    actions.goBack->setEnabled(open && view->history().canGoBack());
    actions.goForward->setEnabled(open && view->history().canGoForward());
    const PageRange row = open ? view->geometry().layout().rowOf(page) : PageRange{};
    actions.previousPage->setEnabled(open && row.first > 1);
    actions.nextPage->setEnabled(open && row.last < view->pages());
    if (open) {
        strip->follow(page);
        strip->refresh();
    }
}

void DocumentPane::Private::showFailures()
{
    const auto count = static_cast<int>(view->pictures().failures().size());
    if (count == 0) {
        messages->dismiss();
        return;
    }
    const QString text = count >= view->pages()
        ? DocumentPane::tr("No page of it can be shown. The file was not changed: ask for a new copy of it.")
        : count == 1 ? DocumentPane::tr("A page can't be shown. The others are not affected.")
                     : DocumentPane::tr("%n pages can't be shown. The others are not affected.", nullptr, count);
    messages->tell(MessageBar::Kind::Warning, text, {DocumentPane::tr("Try again"), [this] {
                                                         const auto failures = view->pictures().failures();
                                                         for (const auto &[page, error] : failures)
                                                             view->retryPage(page);
                                                     }});
}

// What is on the screen stays there until somebody asks for what the file holds now.
void DocumentPane::Private::followFile()
{
    fileMessages->setObjectName(u"fileMessages"_s);
    connect(&fileWatch, &FileWatch::changed, this, [this] {
        tellOfFile(DocumentPane::tr("This file was changed after it was opened."), DocumentPane::tr("Reload"));
    });
    connect(&fileWatch, &FileWatch::vanished, this, [this] {
        tellOfFile(DocumentPane::tr("This file is no longer in its place. Its pages stay until you leave them."), {});
    });
    connect(&fileWatch, &FileWatch::cameBack, fileMessages, &MessageBar::dismiss);
    connect(&opening, &Opening::reopenFailed, this, [this](const core::Error &error) {
        isReloading = false;
        if (error.code == core::ErrorCode::PasswordNeeded) // a new one
            return pane.open(file);
        const QString text = DocumentPane::tr("The file can't be loaded again. You still see it as it was.");
        tellOfFile(text + u' ' + errorText(error), DocumentPane::tr("Try again"));
    });
}

void DocumentPane::Private::tellOfFile(const QString &text, const QString &action)
{
    const auto reload = [this] {
        isReloading = true;
        opening.reopen();
    };
    fileMessages->tell(MessageBar::Kind::Warning, text,
                       action.isEmpty() ? MessageBar::Action() : MessageBar::Action{action, reload});
}

} // namespace ui
