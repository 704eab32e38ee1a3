// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/sheet.h"

namespace ui {

// Asks before something that can't be taken back. Enter and Escape both leave things as they are: going on has to be
// meant.
class QuestionSheet : public Sheet
{
    Q_OBJECT

public:
    // text: what goes and what stays. leave, goOn: the words on the two buttons.
    QuestionSheet(const QString &title, const QString &text, const QString &leave, const QString &goOn,
                  QWidget *window);

signals:
    void accepted(); // after it has closed
};

} // namespace ui
