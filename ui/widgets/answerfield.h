// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace ui {

// A field within a sheet that is a small question of its own: Enter answers it and Escape gives it up, and the sheet
// hears of neither.
class AnswerField : public QLineEdit
{
    Q_OBJECT

public:
    using QLineEdit::QLineEdit;

signals:
    void answered();
    void givenUp();

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace ui
