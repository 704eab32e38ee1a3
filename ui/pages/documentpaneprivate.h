// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/documentpane.h"
#include "ui/pages/facts/attachmentsaving.h"
#include "ui/pages/facts/factstore.h"
#include "ui/pages/filewatch.h"
#include "ui/pages/opening.h"
#include "ui/pages/panels/paneactions.h"
#include "ui/pages/panels/sidepanel.h"
#include "ui/pages/placekeeper.h"
#include "ui/pages/print/printing.h"
#include "ui/widgets/messagebar.h"

#include <QTimer>

#include <optional>

class QSplitter;

namespace ui {

class AttachmentPanel;
class DropOutline;
class HitList;
class LayerPanel;
class OutlinePanel;
class PageToolBar;
class PanePanels;
class PageView;
class SearchBar;
class SidePanel;
class ThumbnailStrip;

// The parts of the pane and how they are joined.
class DocumentPane::Private : public QObject
{
public:
    static constexpr int leastWidth = 180; // of the panel beside the pages, logical pixels
    static constexpr int greatestWidth = 520;

    Private(core::PageSource &pages, DocumentPane &owner);

    void build();
    void connectActions();
    void connectView();
    void connectSearch();
    void connectOpening();
    void connectFacts();
    void connectExtras();
    void print(bool intoFile);
    void showFacts();
    void showOutline();
    void showLayers();
    void showSignatures();
    void showProperties();
    void openTab(SidePanel::Tab tab);
    void followChapter();
    void showSide();
    void showTab(SidePanel::Tab tab);
    void switchSide(bool on);
    void goTo(const core::Destination &place);
    void follow(const core::PageLink &link);
    void ask(const QUrl &address);
    void tellOfLink(MessageBar::Kind kind, const QString &text);
    void forgetLink();
    void begin(const QString &fileName, const core::Secret &password);
    void finishOpening(const core::OpenedDocument &document, const core::Secret &password);
    void cancel();
    void reset();
    void showState();
    void showFailures();
    void followFile();
    void tellOfFile(const QString &text, const QString &action);

    core::PageSource &source;
    DocumentPane &pane;
    Opening opening;
    FileWatch fileWatch;
    PaneActions actions;
    FactStore facts;
    AttachmentSaving saving;
    PageView *view;
    PlaceKeeper keeper;
    ThumbnailStrip *strip;
    OutlinePanel *outline;
    LayerPanel *layers;
    AttachmentPanel *attachments;
    SidePanel *side;
    QSplitter *sideBySide = nullptr;
    QTimer followTimer;
    PageToolBar *toolBar;
    SearchBar *searchBar;
    HitList *hits;
    MessageBar *messages;
    MessageBar *fileMessages; // that the file is not what it was
    MessageBar *signatureBar;
    MessageBar *printBar;
    Printing printing;
    PanePanels *panels;
    DropOutline *dropOutline;
    QString file; // also while its password is asked, or after it failed
    std::vector<Mark> marks;
    QString chosen;
    int pageToShow = 0; // as the next one; 0: none
    std::optional<std::pair<int, QRectF>> placeToReveal; // asked for before the pages were there
    core::Secret typed;
    bool wantsThumbnails = true; // the panel they are in
    SidePanel::Tab wantedTab = SidePanel::Pages; // shows as soon as the document turns out to have it
    SidePanel::Tab shownTab = SidePanel::Tabs; // none yet
    int sideWidth = 260; // of all but the thumbnails, as the user left it
    int linkMessage = 0; // the number of the last that was about one
    bool isReloading = false;
};

} // namespace ui
