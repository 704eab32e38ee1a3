// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rowlist.h"

#include "ui/widgets/theme.h"

#include <QVBoxLayout>

namespace ui {

RowList::RowList(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout(this))
{
    setAccessibleName(name);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(gap - 4);
}

void RowList::add(QWidget *row)
{
    if (m_rows->count() > 0) {
        auto *line = new QWidget(this);
        line->setFixedHeight(1);
        line->setAutoFillBackground(true);
        line->setBackgroundRole(QPalette::Mid);
        m_rows->addWidget(line);
    }
    m_rows->addWidget(row);
    row->show(); // at once: it may be what gets the focus
}

void RowList::clear()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // a button of it may be what is calling
        delete item;
    }
}

} // namespace ui
