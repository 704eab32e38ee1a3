// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/documentpane.h"
#include "ui/pages/filewatch.h"
#include "ui/pages/opening.h"
#include "ui/pages/panels/paneactions.h"

#include <optional>

namespace ui {

class DropOutline;
class HitList;
class MessageBar;
class PageToolBar;
class PanePanels;
class PageView;
class SearchBar;
class ThumbnailStrip;

// The parts of the pane and how they are joined.
class DocumentPane::Private : public QObject
{
public:
    Private(core::PageSource &pages, DocumentPane &owner);

    void build();
    void connectActions();
    void connectView();
    void connectSearch();
    void connectOpening();
    void begin(const QString &fileName, const core::Secret &password);
    void finishOpening(const core::OpenedDocument &document, const core::Secret &password);
    void cancel();
    void reset();
    void showState();
    void showFailures();
    void followFile();
    void tellOfFile(const QString &text, const QString &action);

    DocumentPane &pane;
    Opening opening;
    FileWatch fileWatch;
    PaneActions actions;
    PageView *view;
    ThumbnailStrip *strip;
    PageToolBar *toolBar;
    SearchBar *searchBar;
    HitList *hits;
    MessageBar *messages;
    MessageBar *fileMessages; // that the file is not what it was
    PanePanels *panels;
    DropOutline *dropOutline;
    QString file; // also while its password is asked, or after it failed
    std::vector<Mark> marks;
    QString chosen;
    int pageToShow = 0; // as the next one; 0: none
    std::optional<std::pair<int, QRectF>> placeToReveal; // asked for before the pages were there
    core::Secret typed;
    bool wantsThumbnails = true;
    bool isReloading = false;
};

} // namespace ui
