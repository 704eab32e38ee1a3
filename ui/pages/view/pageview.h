// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/firstlook.h"
#include "core/documents/pagelabels.h"
#include "core/documents/pagesource.h"
#include "ui/pages/marks/markindex.h"
#include "ui/pages/view/flicktracker.h"
#include "ui/pages/view/linklayer.h"
#include "ui/pages/view/pagepictures.h"
#include "ui/pages/view/readinghistory.h"
#include "ui/pages/view/viewgeometry.h"
#include "ui/pages/words/documentsearch.h"
#include "ui/pages/words/textselection.h"
#include "ui/pages/words/wordstore.h"

#include <QAbstractScrollArea>
#include <QTextCursor>
#include <QTimer>

#include <functional>
#include <memory>

namespace ui {

class Magnifier;
class PagePointer;
class SmoothScroll;
class TouchScroll;

enum class Fit { None, Width, Page };

// The pages of a document below each other. Owns where the reader is (scroll, zoom, rotation) and what is drawn over
// the pages (selection, hits, marks); pictures and words come from PagePictures and WordStore, the mouse from
// PagePointer.
class PageView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit PageView(core::PageSource &pages, QWidget *parent = nullptr);
    ~PageView() override;

    // A secret document leaves no picture behind.
    void setDocument(const core::OpenedDocument &document, bool isSecret = false);
    void replaceDocument(const core::OpenedDocument &document, bool isSecret = false); // another state of the same
    void clear() { setDocument({}); }
    [[nodiscard]] int pages() const { return m_geometry.layout().pages(); }
    void setLayers(const core::LayerStates &layers); // until the next document; empty: as it opens
    void setLabels(const core::PageLabels &labels); // until the next document
    [[nodiscard]] const core::PageLabels &labels() const { return m_labels; }
    [[nodiscard]] QString pageName(int page) const; // for screen readers: "Page iv (4 of 300)"

    [[nodiscard]] int currentPage() const { return m_geometry.currentPage(); }
    void goToPage(int page);
    void goToRow(int direction); // the page, or pair of pages, before or after
    void goToEnd(bool last);
    void jumpTo(const PagePoint &place); // as goToPage, with a way back
    void startAt(const PagePoint &place); // puts it where here() is; no way back
    [[nodiscard]] PagePoint here() const; // at the top of the view
    void goBack();
    void goForward();
    [[nodiscard]] const ReadingHistory &history() const { return m_history; }
    void reveal(int page, const QRectF &box); // scrolls only when it is not well in sight
    void scrollByPixels(const QPointF &logical); // turns the page at its end where pages are shown one by one
    void panByPixels(const QPointF &logical); // stays on it
    void scrollByScreen(double screens);
    void fling(const QPointF &velocity); // logical pixels a second: glides on until it rests, or a key or a click
    bool stopGliding(); // false: it was not

    [[nodiscard]] double zoom() const { return m_geometry.zoom(); }
    void setZoom(double zoom); // around the middle
    void zoomAt(double zoom, const QPointF &position);
    void zoomStep(int direction);
    [[nodiscard]] Fit fit() const { return m_fit; }
    void setFit(Fit fit);
    void expect(const core::FirstLook &look); // its first page has been drawn so, of the document that comes next
    [[nodiscard]] core::FirstLook firstLook() const; // at the next document, if it is looked at like this one
    [[nodiscard]] int rotation() const { return m_geometry.layout().rotation(); }
    void rotate(int degrees);
    [[nodiscard]] const PageFlow &flow() const { return m_geometry.layout().flow(); }
    void setFlow(const PageFlow &flow);

    void setMarks(const std::vector<Mark> &marks);
    void chooseMark(const QString &id);
    void lookAhead(int page); // drawn when there is time, wherever it is: the reader is likely to go there next; 0: none
    void setMarksVisible(bool visible);
    void setPaperDimmed(bool dimmed); // on the screen only; evidence keeps its colours
    [[nodiscard]] bool isPaperDimmed() const { return m_paperDimmed; }
    [[nodiscard]] const MarkIndex &marks() const { return m_marks; }
    [[nodiscard]] const Mark *markAt(const QPointF &position) const;
    void setHovered(const Mark *mark);

    void setDrawing(bool on);
    void setBand(const QRectF &band); // logical pixels; null: none
    void retryPage(int page);
    [[nodiscard]] std::optional<int> failedPageAt(const QPointF &position) const; // over its "Try again"

    void setSelection(const TextSelection &selection);
    [[nodiscard]] const TextSelection &selection() const { return m_selection; }
    enum class CopyAs { Text, Layout, Table };
    [[nodiscard]] QString selectedText(CopyAs form = CopyAs::Text) const; // of the pages that have been read
    void copy(CopyAs form = CopyAs::Text); // once all its pages have been read
    void selectPage();
    void extendSelection(QTextCursor::MoveOperation move); // word and line wise; begins one where there is none

    [[nodiscard]] const ViewGeometry &geometry() const { return m_geometry; }
    [[nodiscard]] PagePictures &pictures() { return m_pictures; }
    [[nodiscard]] const PagePictures &pictures() const { return m_pictures; }
    [[nodiscard]] WordStore &words() { return m_words; }
    [[nodiscard]] const WordStore &words() const { return m_words; }
    [[nodiscard]] DocumentSearch &search() { return m_search; }
    [[nodiscard]] LinkLayer &links() { return m_links; }
    [[nodiscard]] Magnifier &magnifier() { return *m_magnifier; }
    // Everything there is to see of pages and what lies over them. onPaper: what else belongs under the marks, in
    // device pixels.
    void paintPages(QPainter &painter, const ViewGeometry &geometry,
                    const std::function<void(QPainter &)> &onPaper = {}) const;

signals:
    void viewChanged(); // page, zoom, fit, flow, rotation or the way back
    void rotated();
    void markChosen(const QString &id);
    void regionDrawn(int page, const QRectF &box, const QString &words);
    void selectionChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Copying {
        CopyAs form = CopyAs::Text;
        int page = 1; // the next
        QStringList texts;
    };

    struct Turn {
        PagePoint place; // before the first of them
        int rotation = 0; // there
        PagePoint rested; // after the last of them
    };

    static constexpr int lineStep = 40; // logical pixels

    void turnTo(int page);
    void showPlace(const PagePoint &place);
    void applyFit();
    void rearrange(const std::function<void()> &change);
    void changeGeometry(const std::function<void()> &change, const QPointF &keepAt);
    void updateScrollBars();
    void waitFor(int page);
    void planSoon(int milliseconds);
    void planNow();
    void requestWords();
    void index(TextIndex::Pace from, TextIndex::Pace to);
    void describePage(); // for screen readers
    bool pinch(QEvent *event);
    void followFingers(const QWheelEvent &event, const QPointF &by);
    [[nodiscard]] std::optional<QTextCursor::MoveOperation> selectionMove(const QKeyEvent &event) const;
    [[nodiscard]] std::optional<WordPosition> moved(WordPosition from, QTextCursor::MoveOperation move);
    [[nodiscard]] std::optional<WordPosition> firstInSight();
    void goOnCopying();
    [[nodiscard]] QString selectedOn(int page, const PageWords &words, CopyAs form) const;
    void paintWords(QPainter &painter, const ViewGeometry &geometry, int page, QRegion &kept) const;
    void paintFailure(QPainter &painter, int page);
    [[nodiscard]] QRectF retryBox(int page) const;
    [[nodiscard]] QString failureText(int page) const;

    PagePictures m_pictures;
    WordStore m_words;
    DocumentSearch m_search;
    ViewGeometry m_geometry;
    LinkLayer m_links;
    core::PageLabels m_labels;
    MarkIndex m_marks;
    TextSelection m_selection;
    ReadingHistory m_history;
    std::optional<Turn> m_turned;
    QTimer m_planTimer;
    QTimer m_restTimer; // after a hurried scroll
    QTimer m_wordsTimer;
    QTimer m_indexTimer; // until nothing has moved for a while
    QTimer m_unveil; // while what is in sight waits for a page instead of being painted without it
    std::optional<Mark> m_hovered;
    std::optional<Copying> m_copying;
    QRectF m_band;
    Fit m_fit = Fit::Width;
    core::FirstLook m_expected;
    int m_direction = 1;
    int m_plannedTop = 0;
    int m_lastPage = 0;
    int m_sought = 0; // page that was just asked for, until it is planned
    int m_next = 0; // page that is likely to be asked for after it
    int m_awaited = 0; // page that the painting waits for
    QString m_announced; // to screen readers
    double m_pinchStart = 1;
    FlickTracker m_wheelFlick;
    QPointF m_wheeled; // since the fingers came down on the touchpad
    bool m_marksVisible = true;
    bool m_paperDimmed = false;
    bool m_updating = false;
    // Last, so that they go first: events on the way down still reach them, and they ask all of the above.
    std::unique_ptr<SmoothScroll> m_scroll;
    std::unique_ptr<PagePointer> m_pointer;
    std::unique_ptr<TouchScroll> m_touch;
    Magnifier *m_magnifier; // a child of the viewport
};

} // namespace ui
