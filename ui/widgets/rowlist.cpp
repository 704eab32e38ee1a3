// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rowlist.h"

#include "ui/widgets/theme.h"

#include <QEvent>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui {

RowList::RowList(const QString &name, int tallest, QWidget *parent)
    : QScrollArea(parent)
    , m_tallest(tallest)
    , m_page(new QWidget(this))
    , m_rows(new QVBoxLayout(m_page))
{
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus); // the rows have what is to be reached
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(gap - 4);
    setWidget(m_page);
    m_page->setAutoFillBackground(false); // the sheet's own ground shows
    viewport()->setAutoFillBackground(false);
    m_page->installEventFilter(this);
}

void RowList::add(QWidget *row)
{
    if (m_rows->count() > 0) {
        auto *line = new QWidget(m_page);
        line->setFixedHeight(1);
        line->setAutoFillBackground(true);
        line->setBackgroundRole(QPalette::Mid);
        m_rows->addWidget(line);
    }
    m_rows->addWidget(row);
    row->show(); // at once: it may be what gets the focus
    updateGeometry();
}

void RowList::clear()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // a button of it may be what is calling
        delete item;
    }
    updateGeometry();
}

QSize RowList::sizeHint() const
{
    const int width = std::max(viewport()->width(), 300);
    const int height = m_rows->hasHeightForWidth() ? m_rows->heightForWidth(width) : m_rows->sizeHint().height();
    return {width, std::min(height, m_tallest)};
}

QSize RowList::minimumSizeHint() const
{
    return {200, std::min(sizeHint().height(), 120)};
}

// What is in a row became larger or smaller.
bool RowList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_page && event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QScrollArea::eventFilter(watched, event);
}

} // namespace ui
