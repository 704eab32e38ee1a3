// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/dropoutline.h"

#include <QPainter>

namespace ui {

DropOutline::DropOutline(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("dropOutline"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void DropOutline::showOver(const QRect &area)
{
    setGeometry(area);
    raise();
    show();
}

void DropOutline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor colour = palette().color(QPalette::Highlight);
    painter.setPen(QPen(colour, 2));
    colour.setAlpha(24);
    painter.setBrush(colour);
    painter.drawRoundedRect(QRectF(rect()).adjusted(4, 4, -4, -4), 8, 8);
}

} // namespace ui
