// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/providerpage.h"
#include "ui/signin/pagefocus.h"

#include <QPointer>
#include <QWidget>

namespace ui {

// The place of a provider's page in the window: tells the page where that is, whether it is to be seen (not while a
// sheet is over it), and when the keyboard is its own.
class PageHost : public QWidget
{
    Q_OBJECT

public:
    explicit PageHost(QWidget *parent = nullptr);

    void setPage(core::ProviderPage *page); // null: there is none

protected:
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void watch();
    void place();
    void keepKeyboard();
    [[nodiscard]] bool isCovered() const;

    QPointer<core::ProviderPage> m_page;
    PageFocus m_keyboard{*this, [this] {
                             if (m_page)
                                 m_page->giveFocus(core::ProviderPage::Focus::Kept);
                         }};
};

} // namespace ui
