// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/cardmenu.h"

#include <QAbstractButton>
#include <QKeyEvent>

namespace ui {

void CardMenu::showEvent(QShowEvent *event)
{
    QMenu::showEvent(event);
    // Each time from the top, wherever it was left.
    for (QWidget *next = nextInFocusChain(); next && next != this; next = next->nextInFocusChain()) {
        if (isAncestorOf(next) && next->isVisibleTo(this) && next->isEnabled()
            && (next->focusPolicy() & Qt::TabFocus) == Qt::TabFocus) {
            next->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

void CardMenu::keyPressEvent(QKeyEvent *event)
{
    auto *chosen = qobject_cast<QAbstractButton *>(focusWidget());
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up)
        QWidget::focusNextPrevChild(event->key() == Qt::Key_Down);
    else if (chosen && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        chosen->click();
    else if (event->key() == Qt::Key_Escape)
        hide();
}

} // namespace ui
