// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/avatar.h"

#include <QGuiApplication>
#include <QPainter>

namespace ui {

QString initialsOf(const QString &name)
{
    const QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return QStringLiteral("?");
    QString initials = words.first().left(1);
    if (words.size() > 1)
        initials += words.last().left(1);
    return initials.toUpper();
}

QPixmap avatar(const QString &name, int side, const QPalette &palette, qreal ratio)
{
    QPixmap picture(QSize(side, side) * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette.color(QPalette::Highlight));
    painter.drawEllipse(0, 0, side, side);
    QFont font = QGuiApplication::font();
    font.setPixelSize(side * 2 / 5);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(palette.color(QPalette::HighlightedText));
    painter.drawText(QRect(0, 0, side, side), Qt::AlignCenter, initialsOf(name));
    return picture;
}

} // namespace ui
