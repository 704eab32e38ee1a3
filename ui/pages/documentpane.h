// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/firstlook.h"
#include "core/documents/pagesource.h"
#include "core/documents/readingplaces.h"
#include "core/documents/thumbnailcache.h"
#include "ui/pages/mark.h"

#include <QWidget>

#include <memory>

namespace ui {

// The middle of the window: toolbar (page, zoom, fit, rotate, search), thumbnails that fold away, and the pages.
// Asks the page source for pictures and words; shows messages about a document in a bar at its own top.
class DocumentPane : public QWidget
{
    Q_OBJECT

public:
    explicit DocumentPane(core::PageSource &pages, QWidget *parent = nullptr);
    ~DocumentPane() override;

    // Keeps small pictures from one opening to the next; null: nobody does. Outlives this.
    void setThumbnailCache(core::ThumbnailCache *cache);
    void
    setReadingPlaces(core::ReadingPlaces *places); // where documents were left; null: nobody keeps it. Outlives this
    void setOwner(const QString &owner); // of the library, for whom alone it is kept; null: not known yet
    void beginAnew(); // for somebody else: what was looked for in the documents is forgotten
    void open(const QString &file, const core::Secret &password = core::Secret()); // opened() or openFailed() follows
    void clear();
    [[nodiscard]] QString file() const;

    void setMarks(const std::vector<Mark> &marks);
    void chooseMark(const QString &id); // stronger outline; scrolls there in at most 120 ms; empty: none
    void lookAhead(int page); // drawn when there is time: the next to be gone to; 0: none
    void revealPlace(int page, const QRectF &box); // scrolls there, without choosing
    void expect(const core::FirstLook &look); // of the next document: PageView
    [[nodiscard]] core::FirstLook firstLook() const; // knows nothing while no document is open
    void goToPage(int page); // now, or when the pages are there; one past the end is the last
    [[nodiscard]] QImage picture(int page,
                                 const QRectF &box) const; // what is on the screen now of that place; may be null

    void setThumbnailsVisible(bool visible);
    [[nodiscard]] bool thumbnailsVisible() const;
    void setAdding(bool may); // of documents: what the empty pane asks for
    struct Side { // the panel beside the pages, as the user left it
        int tab = 0;
        int width = 260; // of all but the thumbnails, which take what they need; logical pixels
    };
    void setSide(const Side &side);
    [[nodiscard]] Side side() const;
    void setPaperDimmed(bool dimmed); // on the screen; evidence keeps its colours
    [[nodiscard]] bool isPaperDimmed() const;
    void setDrawing(bool on); // a rubber band picks words instead of selecting text
    void setMarksVisible(bool visible);

    // Words that were read already (by OCR, say), so that they need not be read again for selection and search.
    void addText(const std::vector<core::PageText> &pages);

    // For menus and the command palette: every action of the pane, named and with its keys, already added to the pane.
    [[nodiscard]] QList<QAction *> commands() const;
    void findText(const QString &text); // opens the search bar

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

signals:
    void opened(const core::OpenedDocument &document);
    void openFailed(const QString &file, const core::Error &error); // PasswordNeeded is asked in the pane first
    void passwordAccepted(const QString &file, const core::Secret &password); // typed into the pane's own prompt
    void pagesTurned(); // another is in sight, or the same in another way
    void rotated(); // the view of the pages
    void markChosen(const QString &id); // clicked on the page
    void regionDrawn(int page, const QRectF &box, const QString &words); // rubber band, with the words inside
    void filesDropped(const QStringList &files);
    void addressesDropped(int count); // with the files, and left out

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace ui
