// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/view/pagepointer.h"

#include "ui/pages/view/pageview.h"

#include <QApplication>
#include <QMouseEvent>

#include <algorithm>

namespace ui {

namespace {

constexpr int edgeInterval = 30; // milliseconds
constexpr double leastBand = 4; // logical pixels; anything smaller was a click

} // namespace

PagePointer::PagePointer(PageView &view)
    : m_view(view)
{
    view.viewport()->installEventFilter(this);
    m_edgeTimer.setInterval(edgeInterval);
    connect(&m_edgeTimer, &QTimer::timeout, this, &PagePointer::scrollAtEdge);
    connect(&view.words(), &WordStore::arrived, this, [this](int page) {
        if (m_pending && m_pending->page == page)
            tellRegion();
    });
}

void PagePointer::setDrawing(bool on)
{
    cancel();
    m_drawing = on;
    updateCursor(m_last);
}

bool PagePointer::setSpaceHeld(bool held)
{
    if (held != m_spaceHeld) {
        m_spaceHeld = held;
        if (held)
            m_panned = false;
        updateCursor(m_last);
    }
    return m_panned;
}

bool PagePointer::cancel()
{
    const bool busy = m_tool == Tool::Band || m_tool == Tool::Area || !m_view.selection().isEmpty();
    m_tool = Tool::None;
    m_edgeTimer.stop();
    m_view.setBand({});
    if (!m_view.selection().isEmpty())
        m_view.setSelection({});
    return busy;
}

bool PagePointer::eventFilter(QObject *watched, QEvent *event)
{
    if (m_view.pages() == 0)
        return QObject::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        press(*static_cast<QMouseEvent *>(event));
        return true;
    case QEvent::MouseButtonDblClick:
        press(*static_cast<QMouseEvent *>(event));
        return true;
    case QEvent::MouseMove:
        move(*static_cast<QMouseEvent *>(event));
        return true;
    case QEvent::MouseButtonRelease:
        release(*static_cast<QMouseEvent *>(event));
        return true;
    case QEvent::Leave:
        m_view.setHovered(nullptr);
        m_view.links().setHovered({});
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void PagePointer::press(const QMouseEvent &event)
{
    m_view.stopGliding();
    m_pressed = m_last = event.position();
    if (event.button() == Qt::MiddleButton || (event.button() == Qt::LeftButton && m_spaceHeld)) {
        m_tool = Tool::Pan;
        m_flick.clear();
        m_view.viewport()->setCursor(Qt::ClosedHandCursor);
        return;
    }
    if (event.button() != Qt::LeftButton)
        return;
    const int clicks = countClick(event);
    if (m_drawing) {
        m_tool = Tool::Band;
        m_bandPage = m_view.geometry().nearest(m_pressed).page;
    } else if (event.modifiers() & (Qt::AltModifier | Qt::ControlModifier)) {
        m_tool = Tool::Area;
        m_bandPage = m_view.geometry().nearest(m_pressed).page;
    } else if (clicks > 1) { // twice: a word; once more: its line; and again: the paragraph
        beginSelection(m_pressed, clicks == 2 ? Unit::Word : clicks == 3 ? Unit::Line : Unit::Block);
    } else if (event.modifiers() & Qt::ShiftModifier && !m_view.selection().isEmpty()) {
        m_unit = Unit::Word;
        m_tool = Tool::Select;
        drag(m_pressed);
    } else {
        m_tool = Tool::Pressed;
    }
}

// How many clicks came at one place by now, quickly enough.
int PagePointer::countClick(const QMouseEvent &event)
{
    const QPointF position = event.position();
    const bool again = m_sinceClick.isValid() && m_sinceClick.elapsed() < QApplication::doubleClickInterval()
        && (position - m_clicked).manhattanLength() < QApplication::startDragDistance();
    m_clicks = std::max(again ? m_clicks + 1 : 1, event.type() == QEvent::MouseButtonDblClick ? 2 : 1);
    m_clicked = position;
    m_sinceClick.start();
    return m_clicks;
}

void PagePointer::beginSelection(const QPointF &position, Unit unit)
{
    const auto words = unitAt(position, unit);
    if (!words)
        return;
    m_unit = unit;
    m_tool = Tool::Select;
    TextSelection selection;
    selection.begin(words->first, words->second);
    m_view.setSelection(selection);
}

void PagePointer::move(const QMouseEvent &event)
{
    const QPointF position = event.position();
    const QPointF before = m_last;
    m_last = position;
    if (event.buttons() == Qt::NoButton)
        m_tool = Tool::None; // let go outside of the window
    if (m_tool == Tool::Pressed && (position - m_pressed).manhattanLength() >= QApplication::startDragDistance())
        beginSelection(m_pressed, Unit::Word);
    if (m_tool == Tool::Pan) {
        m_panned = true;
        m_view.panByPixels(before - position);
        m_flick.add(position, static_cast<qint64>(event.timestamp()));
    } else if (m_tool == Tool::Select || m_tool == Tool::Area || m_tool == Tool::Band) {
        drag(position);
        if (QRectF(m_view.viewport()->rect()).contains(position))
            m_edgeTimer.stop();
        else if (!m_edgeTimer.isActive())
            m_edgeTimer.start();
    } else if (m_tool == Tool::None) {
        m_view.setHovered(m_drawing ? nullptr : m_view.markAt(position));
        m_view.links().setHovered(m_drawing ? std::nullopt : m_view.links().at(position));
        updateCursor(position);
    }
}

void PagePointer::drag(const QPointF &position)
{
    if (m_tool == Tool::Band) {
        m_view.setBand(bandOnPage());
        return;
    }
    if (m_tool == Tool::Area) {
        m_view.setBand(bandOnPage());
        TextSelection selection;
        selection.setArea({m_bandPage, bandInPoints()});
        m_view.setSelection(selection);
        return;
    }
    if (const auto words = unitAt(position, m_unit)) {
        TextSelection selection = m_view.selection();
        selection.extendTo(words->first, words->second);
        m_view.setSelection(selection);
    }
}

void PagePointer::release(const QMouseEvent &event)
{
    const QPointF position = event.position();
    m_edgeTimer.stop();
    const Tool tool = std::exchange(m_tool, Tool::None);
    m_last = position;
    if (tool == Tool::Pressed)
        click(position);
    else if (tool == Tool::Pan)
        m_view.fling(-m_flick.velocity(static_cast<qint64>(event.timestamp())));
    else if (tool == Tool::Band)
        finishBand();
    else if (tool == Tool::Area)
        finishArea(position);
    updateCursor(position);
}

void PagePointer::click(const QPointF &position)
{
    m_view.setSelection({});
    if (const auto page = m_view.failedPageAt(position))
        m_view.retryPage(*page);
    else if (const Mark *mark = m_view.markAt(position))
        emit m_view.markChosen(QString(mark->id));
    else if (const auto link = m_view.links().at(position))
        emit m_view.links().followed(*link);
}

QRectF PagePointer::bandOnPage() const
{
    const QRectF paper =
        m_view.geometry().toView(m_bandPage, QRectF(QPointF(), m_view.geometry().layout().pageSize(m_bandPage)));
    return QRectF(m_pressed, m_last).normalized() & paper;
}

QRectF PagePointer::bandInPoints() const
{
    const QRectF band = bandOnPage();
    const ViewGeometry &geometry = m_view.geometry();
    const QRectF inContent(band.topLeft() * geometry.ratio() + QPointF(geometry.viewport().topLeft()),
                           band.size() * geometry.ratio());
    return geometry.layout().transform(m_bandPage).toPage(inContent);
}

void PagePointer::finishArea(const QPointF &position)
{
    m_view.setBand({});
    const QRectF band = bandOnPage();
    if (band.width() < leastBand && band.height() < leastBand)
        return click(position);
    const auto &area = m_view.selection().area();
    const SharedWords words = area ? m_view.words().words(area->page) : nullptr;
    if (words && words->inside(area->box).empty())
        m_view.setSelection({});
}

void PagePointer::finishBand()
{
    const QRectF band = bandOnPage();
    const QRectF inPoints = bandInPoints();
    m_view.setBand({});
    if (band.width() < leastBand || band.height() < leastBand)
        return;
    m_pending = Region{m_bandPage, inPoints};
    if (m_view.words().words(m_bandPage) || m_view.words().hasFailed(m_bandPage))
        tellRegion();
    else
        m_view.words().request(m_bandPage, WordReader::View);
}

void PagePointer::tellRegion()
{
    const Region region = *std::exchange(m_pending, std::nullopt);
    const SharedWords words = m_view.words().words(region.page);
    emit m_view.regionDrawn(region.page, region.box, words ? words->wordsInside(region.box) : QString());
}

void PagePointer::scrollAtEdge()
{
    const QRectF area(m_view.viewport()->rect());
    const QPointF nearest(std::clamp(m_last.x(), area.left(), area.right()),
                          std::clamp(m_last.y(), area.top(), area.bottom()));
    const QPointF by = m_last - nearest; // the farther outside, the faster
    if (by.isNull() || m_tool == Tool::None) {
        m_edgeTimer.stop();
        return;
    }
    const QRect before = m_view.geometry().viewport();
    m_view.scrollByPixels(by);
    m_pressed -= QPointF(m_view.geometry().viewport().topLeft() - before.topLeft()) / m_view.geometry().ratio();
    drag(m_last);
}

std::optional<std::pair<WordPosition, WordPosition>> PagePointer::unitAt(const QPointF &position, Unit unit) const
{
    const auto place = m_view.geometry().nearest(position);
    const SharedWords words = m_view.words().words(place.page);
    const int word = words ? words->nearestWord(place.point) : -1;
    if (word < 0)
        return {};
    const auto [first, last] = unit == Unit::Line ? words->lineOf(word)
        : unit == Unit::Block                     ? words->blockOf(word)
                                                  : std::pair(word, word);
    return std::pair(WordPosition{place.page, first}, WordPosition{place.page, last});
}

void PagePointer::updateCursor(const QPointF &position)
{
    const auto shape = [&] {
        if (m_spaceHeld)
            return m_tool == Tool::Pan ? Qt::ClosedHandCursor : Qt::OpenHandCursor;
        const auto place = m_view.geometry().layout().pages() > 0 ? m_view.geometry().at(position) : std::nullopt;
        if (m_drawing)
            return place ? Qt::CrossCursor : Qt::ArrowCursor;
        if (m_view.failedPageAt(position) || m_view.markAt(position) || m_view.links().at(position))
            return Qt::PointingHandCursor;
        const SharedWords words = place ? m_view.words().words(place->page) : nullptr;
        return words && words->wordAt(place->point) >= 0 ? Qt::IBeamCursor : Qt::ArrowCursor;
    }();
    m_view.viewport()->setCursor(shape);
}

} // namespace ui
