// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/view/magnifier.h"
#include "ui/pages/view/pagepointer.h"
#include "ui/pages/view/pageview.h"
#include "ui/text/linktext.h"

#include <QGestureEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QNativeGestureEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

namespace ui {

namespace {

constexpr double wheelNotch = 120; // eighths of a degree
constexpr double wheelZoom = 1.2; // a notch
constexpr int notchLines = 3;

} // namespace

void PageView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        zoomAt(zoom() * std::pow(wheelZoom, event->angleDelta().y() / wheelNotch), event->position());
        event->accept();
        return;
    }
    QPointF by = event->pixelDelta().isNull() ? QPointF(event->angleDelta()) * (notchLines * lineStep / wheelNotch)
                                              : QPointF(event->pixelDelta());
    if (event->modifiers() & Qt::ShiftModifier)
        by = {by.y(), by.x()};
    scrollByPixels(-by);
    followFingers(*event, by);
    event->accept();
}

// Fingers that leave a touchpad throw the pages, where the system tells that they leave and does not go on by itself.
void PageView::followFingers(const QWheelEvent &event, const QPointF &by)
{
    const auto at = static_cast<qint64>(event.timestamp());
    if (event.phase() == Qt::ScrollBegin)
        m_wheelFlick.clear();
    m_wheeled += by;
    if (event.phase() == Qt::ScrollBegin || event.phase() == Qt::ScrollUpdate)
        m_wheelFlick.add(m_wheeled, at);
    else if (event.phase() == Qt::ScrollEnd)
        fling(-m_wheelFlick.velocity(at));
}

void PageView::keyPressEvent(QKeyEvent *event)
{
    stopGliding();
    if (m_links.take(*event) || m_magnifier->take(*event))
        return;
    if (const auto move = selectionMove(*event)) {
        extendSelection(*move);
        return;
    }
    if (event->modifiers() & Qt::AltModifier) { // those are the pane's: back and forward, say
        event->ignore();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Home:
        goToEnd(false);
        break;
    case Qt::Key_End:
        goToEnd(true);
        break;
    case Qt::Key_PageUp:
        scrollByScreen(-1);
        break;
    case Qt::Key_PageDown:
        scrollByScreen(1);
        break;
    case Qt::Key_Up:
        scrollByPixels({0, -lineStep});
        break;
    case Qt::Key_Down:
        scrollByPixels({0, lineStep});
        break;
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int direction = event->key() == Qt::Key_Right ? 1 : -1;
        if (horizontalScrollBar()->maximum() == 0)
            goToRow(direction);
        else
            scrollByPixels({static_cast<double>(direction * lineStep), 0});
        break;
    }
    case Qt::Key_Space:
        // Held with the mouse it drags the page; alone it turns it, when it is let go.
        if (event->isAutoRepeat())
            scrollByScreen(event->modifiers() & Qt::ShiftModifier ? -1 : 1);
        m_pointer->setSpaceHeld(true);
        break;
    case Qt::Key_Escape:
        if (!m_pointer->cancel())
            event->ignore();
        break;
    default:
        event->ignore();
    }
}

void PageView::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Space || event->isAutoRepeat()) {
        event->ignore();
        return;
    }
    if (!m_pointer->setSpaceHeld(false))
        scrollByScreen(event->modifiers() & Qt::ShiftModifier ? -1 : 1);
}

bool PageView::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::Gesture:
    case QEvent::NativeGesture:
        if (pinch(event))
            return true;
        break;
    case QEvent::ToolTip: {
        const auto *help = static_cast<QHelpEvent *>(event);
        const Mark *mark = markAt(help->pos());
        const auto link = mark ? std::nullopt : m_links.at(help->pos());
        const QString text =
            link ? QStringLiteral("<qt>%1</qt>").arg(pageLinkText(*link, m_labels).toHtmlEscaped()) : QString();
        QToolTip::showText(help->globalPos(), mark ? mark->label : text, viewport());
        return true;
    }
    default:
        break;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

bool PageView::pinch(QEvent *event)
{
    if (event->type() == QEvent::NativeGesture) {
        const auto *gesture = static_cast<QNativeGestureEvent *>(event);
        if (gesture->gestureType() != Qt::ZoomNativeGesture)
            return false;
        zoomAt(zoom() * (1 + gesture->value()), gesture->position());
        return true;
    }
    const auto *pinch = static_cast<QPinchGesture *>(static_cast<QGestureEvent *>(event)->gesture(Qt::PinchGesture));
    if (!pinch)
        return false;
    if (pinch->state() == Qt::GestureStarted)
        m_pinchStart = zoom();
    zoomAt(m_pinchStart * pinch->totalScaleFactor(), viewport()->mapFromGlobal(pinch->centerPoint()));
    return true;
}

void PageView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        viewport()->update();
}

} // namespace ui
