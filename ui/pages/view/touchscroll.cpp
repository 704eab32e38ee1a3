// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/view/touchscroll.h"

#include "ui/pages/view/pageview.h"

#include <QApplication>
#include <QTouchEvent>

namespace ui {

TouchScroll::TouchScroll(PageView &view)
    : m_view(view)
{
    view.viewport()->setAttribute(Qt::WA_AcceptTouchEvents);
    view.viewport()->installEventFilter(this);
}

bool TouchScroll::eventFilter(QObject *watched, QEvent *event)
{
    if (!m_isEnabled || m_view.pages() == 0 || !event->isPointerEvent())
        return QObject::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::TouchBegin:
        begin(*static_cast<QTouchEvent *>(event));
        break;
    case QEvent::TouchUpdate:
        update(*static_cast<QTouchEvent *>(event));
        break;
    case QEvent::TouchEnd:
        end(*static_cast<QTouchEvent *>(event));
        break;
    case QEvent::TouchCancel:
        m_isTap = m_isDrag = false;
        break;
    default:
        return QObject::eventFilter(watched, event);
    }
    event->accept();
    return true;
}

void TouchScroll::begin(const QTouchEvent &event)
{
    m_first = m_last = event.points().first().position();
    m_isTap = !m_view.stopGliding(); // one that stops the pages does no more than that
    m_isDrag = m_hasTurned = false;
    m_flick.clear();
    m_flick.add(m_last, static_cast<qint64>(event.timestamp()));
}

void TouchScroll::update(const QTouchEvent &event)
{
    if (event.points().size() > 1) {
        m_isTap = m_isDrag = false;
        m_first = {};
        m_flick.clear();
        return;
    }
    const QPointF position = event.points().first().position();
    if (m_first.isNull() && !m_isDrag) { // what remains of two fingers
        m_first = m_last = position;
        return;
    }
    if (!m_isDrag && (position - m_first).manhattanLength() < QApplication::startDragDistance())
        return;
    m_isDrag = true;
    m_isTap = false;
    const int page = m_view.currentPage();
    if (m_hasTurned)
        m_view.panByPixels(m_last - position);
    else
        m_view.scrollByPixels(m_last - position);
    m_hasTurned = m_hasTurned || m_view.currentPage() != page;
    m_last = position;
    m_flick.add(position, static_cast<qint64>(event.timestamp()));
}

void TouchScroll::end(const QTouchEvent &event)
{
    if (m_isTap)
        emit tapped(m_first);
    else if (m_isDrag)
        m_view.fling(-m_flick.velocity(static_cast<qint64>(event.timestamp())));
    m_isTap = m_isDrag = false;
}

} // namespace ui
