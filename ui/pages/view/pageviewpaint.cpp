// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/marks/markpainter.h"
#include "ui/pages/view/pagepainter.h"
#include "ui/pages/view/pageview.h"
#include "ui/pages/view/paperdimmer.h"

#include <QPainter>
#include <QPaintEvent>

namespace ui {

namespace {

constexpr QColor hitColour(255, 214, 10, 150); // multiplied: ink stays black
constexpr QColor currentHitColour(255, 140, 0, 200);
constexpr QColor textOnPaper(0x33, 0x33, 0x33);
constexpr QColor linkOnPaper(0x0b, 0x57, 0xa4);

} // namespace

void PageView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), paperSurround(palette()));
    const double ratio = devicePixelRatioF();
    if (ratio != m_geometry.ratio()) { // moved to another screen
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_geometry.setViewport(viewport()->size(), devicePixelRatioF());
                setFit(m_fit);
            },
            Qt::QueuedConnection);
    }
    paintPages(painter, m_geometry);
    const PageRange range = m_geometry.visiblePages();
    for (int page = range.first; page <= range.last; ++page)
        paintFailure(painter, page);
    m_links.paint(painter, font(), linkOnPaper);
    if (!m_band.isNull()) {
        const QColor colour = palette().color(QPalette::Highlight);
        painter.setPen(QPen(colour, 1.5));
        painter.setBrush(QColor(colour.red(), colour.green(), colour.blue(), 40));
        painter.drawRect(m_band);
    }
}

void PageView::paintPages(QPainter &painter, const ViewGeometry &geometry,
                          const std::function<void(QPainter &)> &onPaper) const
{
    const PageRange range = geometry.visiblePages();
    painter.save();
    painter.scale(1 / geometry.ratio(), 1 / geometry.ratio());
    PagePainter pagePainter(painter, geometry, m_pictures, paperSurround(palette()));
    for (int page = range.first; page <= range.last; ++page)
        pagePainter.paint(page);
    if (onPaper)
        onPaper(painter);
    painter.restore();
    QRegion kept;
    MarkPainter markPainter(painter, geometry, font());
    for (int page = range.first; page <= range.last; ++page) {
        paintWords(painter, geometry, page, kept);
        if (m_marksVisible && failureText(page).isEmpty())
            markPainter.paint(page, m_marks, m_words.words(page), m_hovered ? &*m_hovered : nullptr);
    }
    if (m_paperDimmed)
        dimPaper(painter, geometry, kept + markPainter.painted());
}

// Hits and selection, under the marks.
void PageView::paintWords(QPainter &painter, const ViewGeometry &geometry, int page, QRegion &kept) const
{
    painter.save();
    painter.setCompositionMode(QPainter::CompositionMode_Multiply);
    if (const auto *hits = m_search.hitsOn(page)) {
        for (size_t i = 0; i < hits->size(); ++i) {
            for (const QRectF &box : hits->at(i).boxes) {
                const QRectF place = geometry.toView(page, box).adjusted(-1, -1, 1, 1);
                painter.fillRect(place, m_search.isCurrent(page, i) ? currentHitColour : hitColour);
                kept += place.toAlignedRect();
            }
        }
    }
    if (const SharedWords words = m_selection.isEmpty() ? nullptr : m_words.words(page)) {
        const QColor strong = palette().color(QPalette::Highlight);
        for (const QRectF &box : words->boxesOfWords(m_selection.wordsOn(page, *words)))
            painter.fillRect(geometry.toView(page, box).adjusted(-1, -1, 1, 1),
                             QColor(strong.red(), strong.green(), strong.blue(), 90));
    }
    painter.restore();
}

QString PageView::failureText(int page) const
{
    const bool isBlank = m_pictures.failure(page) && !m_pictures.cache().nearest(page, 1, rotation());
    return isBlank ? tr("This page can't be shown.") : QString();
}

QRectF PageView::retryBox(int page) const
{
    const QFontMetricsF metrics(font());
    const QRectF paper = m_geometry.toView(page, QRectF(QPointF(), m_geometry.layout().pageSize(page)));
    const QRectF inSight = paper & QRectF(viewport()->rect());
    const QSizeF size(metrics.horizontalAdvance(tr("Try again")) + 2 * gap,
                      std::max<double>(hitTarget, metrics.height()));
    return {QPointF(inSight.center().x() - size.width() / 2, inSight.center().y() + 4), size};
}

void PageView::paintFailure(QPainter &painter, int page)
{
    if (failureText(page).isEmpty())
        return;
    const QRectF button = retryBox(page);
    QRectF message(button);
    message.moveBottom(button.top() - 4);
    const QRectF wide(message.center().x() - 400, message.top(), 800, message.height());
    const QRect icon(QRectF(button.center().x() - 14, message.top() - 34, 28, 28).toRect());
    static const QPalette onPaper(textOnPaper, Qt::white, Qt::white, Qt::gray, Qt::gray, textOnPaper, Qt::white,
                                  Qt::white, Qt::white);
    ui::icon(QStringLiteral("warning"), onPaper).paint(&painter, icon);
    painter.setPen(textOnPaper);
    painter.drawText(wide, Qt::AlignCenter, failureText(page));
    QFont underlined(font());
    underlined.setUnderline(true);
    painter.save();
    painter.setFont(underlined);
    painter.setPen(linkOnPaper);
    painter.drawText(button, Qt::AlignCenter, tr("Try again"));
    painter.restore();
}

std::optional<int> PageView::failedPageAt(const QPointF &position) const
{
    const auto place = m_geometry.at(position);
    if (!place || failureText(place->page).isEmpty())
        return {};
    return retryBox(place->page).contains(position) ? std::optional(place->page) : std::nullopt;
}

} // namespace ui
