// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/pagefocus.h"

#include <QGuiApplication>
#include <QWidget>

#include <xcb/xcb.h>

namespace ui {
namespace {

xcb_connection_t *display()
{
    const auto *x11 = qGuiApp ? qGuiApp->nativeInterface<QNativeInterface::QX11Application>() : nullptr;
    return x11 ? x11->connection() : nullptr;
}

} // namespace

bool canEmbed()
{
    return display() != nullptr;
}

PageFocus::PageFocus(QWidget &inside, std::function<void()> givenBack)
    : m_inside(inside)
    , m_givenBack(std::move(givenBack))
{
    QCoreApplication::instance()->installNativeEventFilter(this);
}

PageFocus::~PageFocus()
{
    if (auto *application = QCoreApplication::instance())
        application->removeNativeEventFilter(this);
}

bool PageFocus::nativeEventFilter(const QByteArray &type, void *message, qintptr *)
{
    if (type != "xcb_generic_event_t")
        return false;
    const auto kind = static_cast<const xcb_generic_event_t *>(message)->response_type & ~0x80;
    if (kind != XCB_FOCUS_OUT && kind != XCB_FOCUS_IN)
        return false;
    const auto *event = static_cast<const xcb_focus_in_event_t *>(message); // both have one layout
    if (event->event != m_inside.window()->internalWinId())
        return false;
    if (kind == XCB_FOCUS_OUT)
        return event->detail == XCB_NOTIFY_DETAIL_INFERIOR;
    const bool isReal = event->detail != XCB_NOTIFY_DETAIL_POINTER && event->detail != XCB_NOTIFY_DETAIL_POINTER_ROOT;
    if (isReal && m_inside.hasFocus())
        m_givenBack();
    return false;
}

void PageFocus::takeBack()
{
    if (!display())
        return;
    xcb_set_input_focus(display(), XCB_INPUT_FOCUS_PARENT, static_cast<xcb_window_t>(m_inside.window()->winId()),
                        XCB_CURRENT_TIME);
    xcb_flush(display());
}

} // namespace ui
