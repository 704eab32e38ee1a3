// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/words/pagetext.h"

#include <QAccessibleWidget>

namespace ui {

class PageView;

// What a screen reader knows of the pages: the text of the page being read, or the two that stand side by side, in
// reading order and with places on the screen.
class PageAccessible final : public QAccessibleWidget, public QAccessibleTextInterface
{
public:
    explicit PageAccessible(PageView &view);

    static void install(); // once; for every page view

    void *interface_cast(QAccessible::InterfaceType type) override;
    using QAccessibleWidget::text;
    [[nodiscard]] QAccessible::State state() const override;

    void selection(int index, int *start, int *end) const override;
    [[nodiscard]] int selectionCount() const override;
    void addSelection(int start, int end) override;
    void removeSelection(int index) override;
    void setSelection(int index, int start, int end) override;
    [[nodiscard]] int cursorPosition() const override;
    void setCursorPosition(int position) override;

    [[nodiscard]] QString text(int start, int end) const override;
    [[nodiscard]] QString textBeforeOffset(int offset, QAccessible::TextBoundaryType boundary, int *start,
                                           int *end) const override;
    [[nodiscard]] QString textAfterOffset(int offset, QAccessible::TextBoundaryType boundary, int *start,
                                          int *end) const override;
    [[nodiscard]] QString textAtOffset(int offset, QAccessible::TextBoundaryType boundary, int *start,
                                       int *end) const override;
    [[nodiscard]] int characterCount() const override;

    [[nodiscard]] QRect characterRect(int offset) const override; // on the screen
    [[nodiscard]] int offsetAtPoint(const QPoint &point) const override;
    void scrollToSubstring(int start, int end) override;
    [[nodiscard]] QString attributes(int offset, int *start, int *end) const override;

private:
    [[nodiscard]] PageText page() const;

    PageView &m_view;
    int m_cursor = 0; // where nothing is selected
};

// Tells screen readers that the page in sight, or what is known of its text, has become another.
void announcePage(PageView &view, const QString &before, const QString &now);
void announceSelection(PageView &view);

} // namespace ui
