// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/marks/markindex.h"
#include "ui/pages/view/viewgeometry.h"
#include "ui/pages/words/pagewords.h"

#include <QFont>
#include <QRegion>

class QPainter;

namespace ui {

// Draws the marks of one page over its picture, in the view's logical pixels: a soft fill that darkens paper but not
// ink, a thin line around it that no ink lies under, and the field's name above where nothing is printed.
class MarkPainter
{
public:
    MarkPainter(QPainter &painter, const ViewGeometry &geometry, const QFont &font);

    void paint(int page, const MarkIndex &marks, const SharedWords &words, const Mark *hovered);
    [[nodiscard]] const QRegion &painted() const { return m_painted; } // logical pixels, by and by

private:
    void remember(const QRectF &area, double line);
    void paintFill(const QRectF &box, const QColor &colour, bool strong);
    void paintOutline(const QRectF &box, const Mark &mark, bool strong);
    void paintNumber(const QRectF &box, const Mark &mark);
    void paintLabel(const QRectF &box, const Mark &mark);
    [[nodiscard]] QRectF roomFor(const QSizeF &chip, const QRectF &box) const; // null: none
    [[nodiscard]] bool isFree(const QRectF &area) const;

    QPainter &m_painter;
    const ViewGeometry &m_geometry;
    QFont m_font;
    QRectF m_page; // in the view
    QRegion m_painted;
    std::vector<QRectF> m_taken; // words, other marks and labels drawn already
};

// Tones are drawn on white paper whatever the window's colours are.
[[nodiscard]] QColor inkColour(Tone tone);

} // namespace ui
