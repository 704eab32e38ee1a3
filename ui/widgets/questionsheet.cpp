// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/questionsheet.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui {

QuestionSheet::QuestionSheet(const QString &title, const QString &text, const QString &leave, const QString &goOn,
                             QWidget *window)
    : Sheet(title, window)
{
    setObjectName(u"questionSheet"_s);
    auto *words = new QLabel(text, this);
    words->setTextFormat(Qt::PlainText); // names are in it
    words->setWordWrap(true);
    body()->addWidget(words);
    setAccessibleDescription(text);
    auto *go = addButton(goOn);
    go->setObjectName(u"questionGoOn"_s);
    go->setAutoDefault(true); // Enter on it is meant for it
    auto *stay = addButton(leave, true);
    stay->setObjectName(u"questionLeave"_s);
    connect(stay, &QPushButton::clicked, this, &Sheet::close);
    connect(go, &QPushButton::clicked, this, [this] {
        close();
        emit accepted();
    });
}

} // namespace ui
