// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/taborder.h"

#include <QApplication>
#include <QLayout>
#include <QScrollArea>
#include <QSplitter>

#include <algorithm>

namespace ui {
namespace {

void collect(QWidget *widget, QWidgetList &order);

void collect(QLayout &layout, QWidgetList &order)
{
    for (int at = 0; at < layout.count(); ++at) {
        QLayoutItem *item = layout.itemAt(at);
        if (QWidget *widget = item->widget())
            collect(widget, order);
        else if (QLayout *inner = item->layout())
            collect(*inner, order);
    }
}

void collect(QWidget *widget, QWidgetList &order)
{
    if ((widget->focusPolicy() & Qt::TabFocus) != 0) {
        order += widget;
        if (const QWidget *proxy = widget->focusProxy(); proxy && widget->isAncestorOf(proxy))
            return; // it knows itself what comes after what in it
    }
    if (const auto *splitter = qobject_cast<const QSplitter *>(widget)) {
        for (int at = 0; at < splitter->count(); ++at)
            collect(splitter->widget(at), order);
    } else if (const auto *area = qobject_cast<const QScrollArea *>(widget)) {
        if (area->widget())
            collect(area->widget(), order);
    } else if (!qobject_cast<const QAbstractScrollArea *>(widget) && widget->layout()) {
        collect(*widget->layout(), order);
    }
}

} // namespace

QWidgetList inLayoutOrder(QWidget &root)
{
    QWidgetList order;
    collect(&root, order);
    return order;
}

bool stepFocus(QWidget &root, bool next)
{
    const QWidget *from = QApplication::focusWidget();
    const QWidgetList order = inLayoutOrder(root);
    const auto holdsFocus = [from](const QWidget *widget) { return widget == from || widget->isAncestorOf(from); };
    const auto at = from ? std::find_if(order.rbegin(), order.rend(), holdsFocus) : order.rend(); // the innermost
    if (at == order.rend())
        return false;
    const qsizetype start = order.rend() - at - 1;
    for (qsizetype step = 1; step < order.size(); ++step) {
        QWidget *widget = order[(start + (next ? step : order.size() - step)) % order.size()];
        if (!widget->isVisible() || !widget->isEnabled())
            continue;
        widget->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
        return true;
    }
    return false;
}

} // namespace ui
