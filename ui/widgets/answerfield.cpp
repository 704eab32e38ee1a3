// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/answerfield.h"

#include <QKeyEvent>

namespace ui {

void AnswerField::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        event->accept();
        emit answered();
        return;
    case Qt::Key_Escape:
        event->accept();
        emit givenUp();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

} // namespace ui
