// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browser/embedding.h"

#include <QEvent>
#include <QGuiApplication>
#include <QWidget>
#include <QWindow>

#include <cstdlib>
#include <xcb/xcb.h>

namespace ui {
namespace {

xcb_connection_t *display()
{
    const auto *x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
    return x11 ? x11->connection() : nullptr;
}

} // namespace

Embedding::Embedding(QWidget &widget, quint64 window, QObject *parent)
    : QObject(parent)
    , m_widget(widget)
    , m_around(QWindow::fromWinId(static_cast<WId>(window)))
{
    m_widget.setWindowFlag(Qt::FramelessWindowHint);
    m_widget.winId(); // makes its window
    m_widget.windowHandle()->setParent(m_around.get());
    m_widget.installEventFilter(this);
    m_widget.windowHandle()->installEventFilter(this);
    askForKeys(false);
}

Embedding::~Embedding()
{
    if (m_widget.windowHandle())
        m_widget.windowHandle()->setParent(nullptr);
}

void Embedding::place(const QRect &area, bool visible)
{
    const double ratio = m_widget.devicePixelRatio();
    const QPoint topLeft(qRound(area.x() / ratio), qRound(area.y() / ratio));
    const QPoint end(qRound((area.x() + area.width()) / ratio), qRound((area.y() + area.height()) / ratio));
    m_widget.setGeometry(QRect(topLeft, end - QPoint(1, 1)));
    m_widget.setVisible(visible && !area.isEmpty());
}

// Not through Qt, which names the time of the last input that came here: the window around may have taken the focus
// since then, and X would pay no heed.
void Embedding::takeFocus()
{
    m_wantsFocus = true;
    if (!display() || !m_widget.windowHandle() || !m_widget.windowHandle()->isExposed())
        return; // it is not there to be focused yet
    m_wantsFocus = false;
    askForKeys(true);
    xcb_set_input_focus(display(), XCB_INPUT_FOCUS_PARENT, static_cast<xcb_window_t>(m_widget.winId()),
                        XCB_CURRENT_TIME);
    xcb_flush(display());
    if (m_widget.isActiveWindow()) // Qt has not noticed that it had gone
        emit focused();
}

void Embedding::dropKeys()
{
    m_wantsFocus = false;
    askForKeys(false);
}

void Embedding::askForKeys(bool ask)
{
    if (!display())
        return;
    const auto window = static_cast<xcb_window_t>(m_widget.winId());
    const auto asked = xcb_get_window_attributes(display(), window);
    const std::unique_ptr<xcb_get_window_attributes_reply_t, decltype(&std::free)> attributes(
        xcb_get_window_attributes_reply(display(), asked, nullptr), &std::free);
    if (!attributes)
        return;
    constexpr uint32_t keys = XCB_EVENT_MASK_KEY_PRESS | XCB_EVENT_MASK_KEY_RELEASE;
    const uint32_t mask = ask ? attributes->your_event_mask | keys : attributes->your_event_mask & ~keys;
    xcb_change_window_attributes(display(), window, XCB_CW_EVENT_MASK, &mask);
    xcb_flush(display());
}

bool Embedding::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_widget && event->type() == QEvent::WindowActivate) {
        askForKeys(true);
        emit focused();
    } else if (watched == &m_widget && event->type() == QEvent::WindowDeactivate) {
        askForKeys(false);
    } else if (watched == m_widget.windowHandle() && event->type() == QEvent::Expose && m_wantsFocus) {
        takeFocus();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace ui
