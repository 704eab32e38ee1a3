// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/view/flicktracker.h"
#include "ui/pages/words/textselection.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointF>
#include <QRectF>
#include <QTimer>

#include <optional>

class QMouseEvent;

namespace ui {

class PageView;

// What the mouse does on the pages: selects words, chooses marks, drags the page, draws a rubber band.
class PagePointer : public QObject
{
    Q_OBJECT

public:
    explicit PagePointer(PageView &view);

    void setDrawing(bool on);
    bool setSpaceHeld(bool held); // returns whether the page was dragged meanwhile
    bool cancel(); // Escape; false: there was nothing to end
    [[nodiscard]] int waitsForWords() const { return m_pending ? m_pending->page : 0; } // a page, 0: none

    void click(const QPointF &position);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Tool { None, Pressed, Select, Area, Pan, Band };
    enum class Unit { Word, Line, Block };
    struct Region {
        int page = 1;
        QRectF box;
    };

    void press(const QMouseEvent &event);
    void beginSelection(const QPointF &position, Unit unit);
    void move(const QMouseEvent &event);
    void drag(const QPointF &position);
    void release(const QMouseEvent &event);
    void finishBand();
    void finishArea(const QPointF &position);
    void tellRegion();
    void scrollAtEdge();
    void updateCursor(const QPointF &position);
    [[nodiscard]] std::optional<std::pair<WordPosition, WordPosition>> unitAt(const QPointF &position, Unit unit) const;
    [[nodiscard]] int countClick(const QMouseEvent &event);
    [[nodiscard]] QRectF bandOnPage() const;
    [[nodiscard]] QRectF bandInPoints() const;

    PageView &m_view;
    QTimer m_edgeTimer;
    QElapsedTimer m_sinceClick;
    int m_clicks = 0; // that came quickly one after the other
    Tool m_tool = Tool::None;
    Unit m_unit = Unit::Word;
    QPointF m_clicked;
    QPointF m_pressed;
    QPointF m_last;
    FlickTracker m_flick; // of the page that is dragged
    std::optional<Region> m_pending; // drawn, but its words are not here yet
    int m_bandPage = 1;
    bool m_drawing = false;
    bool m_spaceHeld = false;
    bool m_panned = false;
};

} // namespace ui
