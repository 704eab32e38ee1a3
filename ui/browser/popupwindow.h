// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/browser/signinpage.h"

#include <QWidget>

#include <memory>

namespace ui {

class OriginBar;
class SignInWeb;

// A second page that the provider's page opened after a click, with its own origin in sight.
class PopupWindow : public QWidget
{
    Q_OBJECT

public:
    PopupWindow(std::unique_ptr<SignInPage> page, QWidget *window);
    ~PopupWindow() override;

    [[nodiscard]] SignInPage *page() const { return m_page.get(); }
    [[nodiscard]] OriginBar *originBar() const { return m_origin; }

private:
    void showOrigin(const QUrl &url);

    QUrl m_unproven; // whose certificate was refused, since the page was last sent anywhere
    bool m_hasCome = false; // a page, over a connection that was judged
    std::unique_ptr<SignInPage> m_page;
    OriginBar *m_origin;
    std::unique_ptr<SignInWeb> m_view; // goes before the page it shows
};

} // namespace ui
