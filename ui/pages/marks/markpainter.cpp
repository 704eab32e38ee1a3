// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/marks/markpainter.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace ui {

namespace {

constexpr double around = 2; // between box and line, so that the line hides no ink
constexpr double thin = 1.25;
constexpr double strongLine = 2.25;
constexpr double corner = 3;
constexpr double labelPadding = 5;
constexpr double labelGap = 3;
constexpr double iconSide = 12;

const QPalette &paperPalette()
{
    static const QPalette palette(Qt::black, Qt::white, Qt::white, Qt::gray, Qt::lightGray, Qt::black, Qt::white,
                                  Qt::white, Qt::white);
    return palette;
}

// Colour never stands alone: a value that nobody should trust yet has a broken line.
Qt::PenStyle lineOf(Tone tone)
{
    switch (tone) {
    case Tone::Doubtful:
    case Tone::Missing:
    case Tone::NotOnPage:
        return Qt::DashLine;
    case Tone::Ambiguous:
        return Qt::DotLine;
    default:
        return Qt::SolidLine;
    }
}

} // namespace

QColor inkColour(Tone tone)
{
    return toneColour(tone, paperPalette());
}

MarkPainter::MarkPainter(QPainter &painter, const ViewGeometry &geometry, const QFont &font)
    : m_painter(painter)
    , m_geometry(geometry)
    , m_font(font)
{
    m_font.setPointSizeF(font.pointSizeF() > 0 ? font.pointSizeF() * 0.85 : 8);
}

void MarkPainter::paint(int page, const MarkIndex &marks, const SharedWords &words, const Mark *hovered)
{
    const auto &onPage = marks.onPage(page);
    if (onPage.empty())
        return;
    const double ratio = m_geometry.ratio();
    const QRect pixels = m_geometry.pageInView(page);
    m_page = QRectF(QPointF(pixels.topLeft()) / ratio, QSizeF(pixels.size()) / ratio);
    m_taken.clear();
    if (words)
        for (const PageWords::Span &span : words->spans())
            m_taken.push_back(m_geometry.toView(page, span.box()));

    std::vector<std::pair<QRectF, const Mark *>> boxes;
    for (const Mark &mark : onPage)
        boxes.emplace_back(m_geometry.toView(page, mark.box.normalized()).adjusted(-around, -around, around, around),
                           &mark);
    // The chosen one last: over its neighbours, and its name is always there.
    std::stable_sort(boxes.begin(), boxes.end(), [&marks](const auto &a, const auto &b) {
        return marks.isChosen(*a.second) < marks.isChosen(*b.second);
    });
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setFont(m_font);
    for (const auto &[box, mark] : boxes) {
        const bool strong = marks.isChosen(*mark);
        paintFill(box, inkColour(mark->tone), strong || (hovered && *mark == *hovered));
        paintOutline(box, *mark, strong);
        m_taken.push_back(box);
    }
    for (auto box = boxes.rbegin(); box != boxes.rend(); ++box)
        paintLabel(box->first, *box->second);
    for (const auto &[box, mark] : boxes)
        paintNumber(box, *mark);
    m_painter.restore();
}

void MarkPainter::remember(const QRectF &area, double line)
{
    m_painted += area.adjusted(-line, -line, line, line).toAlignedRect();
}

void MarkPainter::paintFill(const QRectF &box, const QColor &colour, bool strong)
{
    QColor soft = colour;
    soft.setAlphaF(strong ? 0.22F : 0.11F);
    m_painter.setCompositionMode(QPainter::CompositionMode_Multiply);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(soft);
    m_painter.drawRoundedRect(box, corner, corner);
    m_painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
}

void MarkPainter::paintOutline(const QRectF &box, const Mark &mark, bool strong)
{
    QPen pen(inkColour(mark.tone), strong ? strongLine : thin, strong ? Qt::SolidLine : lineOf(mark.tone));
    const double half = pen.widthF() / 2;
    remember(box, pen.widthF() + 1);
    m_painter.setPen(pen);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRoundedRect(box.adjusted(-half, -half, half, half), corner, corner);
}

void MarkPainter::paintNumber(const QRectF &box, const Mark &mark)
{
    if (mark.number <= 0)
        return;
    const QFontMetricsF metrics(m_font);
    const QString text = QString::number(mark.number);
    const double side = metrics.height() + 2;
    const QRectF badge(box.left() - side + 2, box.top() - side / 2, std::max(side, metrics.horizontalAdvance(text) + 8),
                       side);
    remember(badge, 1);
    m_painter.setPen(QPen(Qt::white, 1));
    m_painter.setBrush(inkColour(mark.tone));
    m_painter.drawRoundedRect(badge, side / 2, side / 2);
    m_painter.drawText(badge, Qt::AlignCenter, text);
}

// Above, else beside or below: where nothing is printed, or nowhere. The name is in the tooltip, too.
QRectF MarkPainter::roomFor(const QSizeF &chip, const QRectF &box) const
{
    const double x = std::clamp(box.left(), m_page.left(), std::max(m_page.left(), m_page.right() - chip.width()));
    const double middle = box.center().y() - chip.height() / 2;
    for (const QPointF &corner :
         {QPointF(x, box.top() - chip.height() - labelGap), QPointF(box.right() + 2 * labelGap, middle),
          QPointF(x, box.bottom() + labelGap), QPointF(box.left() - chip.width() - 2 * labelGap, middle)}) {
        const QRectF place(corner, chip);
        if (m_page.contains(place) && isFree(place))
            return place;
    }
    return {};
}

void MarkPainter::paintLabel(const QRectF &box, const Mark &mark)
{
    if (mark.label.isEmpty())
        return;
    const QFontMetricsF metrics(m_font);
    const QString text = metrics.elidedText(mark.label, Qt::ElideRight, m_page.width() / 3);
    const QRectF chip = roomFor({labelPadding + iconSide + 4 + metrics.horizontalAdvance(text) + labelPadding,
                                 std::max(metrics.height(), iconSide) + 4},
                                box);
    if (chip.isNull())
        return;
    m_taken.push_back(chip);
    remember(chip, 1);
    m_painter.setPen(QPen(inkColour(mark.tone), 1));
    m_painter.setBrush(Qt::white);
    m_painter.drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner);
    const QRectF iconBox(chip.left() + labelPadding, chip.center().y() - iconSide / 2, iconSide, iconSide);
    toneIcon(mark.tone, paperPalette()).paint(&m_painter, iconBox.toRect());
    m_painter.drawText(chip.adjusted(labelPadding + iconSide + 4, 0, -labelPadding, 0),
                       Qt::AlignVCenter | Qt::AlignLeft, text);
}

bool MarkPainter::isFree(const QRectF &area) const
{
    return std::none_of(m_taken.begin(), m_taken.end(),
                        [&area](const QRectF &taken) { return taken.intersects(area); });
}

} // namespace ui
