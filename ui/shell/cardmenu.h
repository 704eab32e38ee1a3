// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

namespace ui {

// A menu that is a card with controls of its own. A menu passes keys to its actions and has none for the controls
// within one: here they are the card's, and a screen reader finds them.
class CardMenu final : public QMenu
{
    Q_OBJECT

public:
    using QMenu::QMenu;

protected:
    bool focusNextPrevChild(bool next) override { return QWidget::focusNextPrevChild(next); }
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace ui
