// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractNativeEventFilter>

#include <functional>

class QWidget;

namespace ui {

// Whether a page of another process can be shown within a window here: under X11 only.
[[nodiscard]] bool canEmbed();

// The keyboard, where the page of another process is within a window of ours (X11). The page's window then has X's
// focus, and Qt would take ours for left: it goes on being the active one.
class PageFocus final : public QAbstractNativeEventFilter
{
public:
    // `inside`: of the window concerned. `givenBack`: called when the window gets X's focus while `inside` has Qt's: a
    // window manager gives it to the window at every click, also to one on the page.
    PageFocus(QWidget &inside, std::function<void()> givenBack);
    ~PageFocus() override;
    PageFocus(const PageFocus &) = delete;
    PageFocus &operator=(const PageFocus &) = delete;

    bool nativeEventFilter(const QByteArray &type, void *message, qintptr *result) override;
    void takeBack(); // keys are the window's again

private:
    QWidget &m_inside;
    std::function<void()> m_givenBack;
};

} // namespace ui
