// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/scrolling.h"

#include <QApplication>
#include <QScrollArea>

namespace ui {

QWidget *scrolling(QWidget *page, QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus); // what is in it has what is to be reached
    area->setWidget(page);
    page->setAutoFillBackground(false); // the ground behind shows
    area->viewport()->setAutoFillBackground(false);
    QObject::connect(qApp, &QApplication::focusChanged, area, [area, page](QWidget *, QWidget *now) {
        if (now && page->isAncestorOf(now))
            area->ensureWidgetVisible(now);
    });
    return area;
}

} // namespace ui
