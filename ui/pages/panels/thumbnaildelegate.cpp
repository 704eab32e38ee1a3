// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/panels/thumbnaildelegate.h"

#include "ui/pages/panels/thumbnailmodel.h"
#include "ui/pages/view/paperdimmer.h"
#include "ui/pages/view/thumbnailsize.h"

#include <QPainter>

namespace ui {

namespace {

constexpr int badgeSide = 16;

void paintPaper(QPainter *painter, const QRect &paper, const QModelIndex &index)
{
    painter->setPen(Qt::NoPen);
    painter->setBrush(QColor(0, 0, 0, 26));
    painter->drawRect(paper.adjusted(-1, 0, 1, 2));
    painter->fillRect(paper, Qt::white);
    const QImage image = index.data(Qt::DecorationRole).value<QImage>();
    if (image.isNull())
        return;
    const int rotation = index.data(ThumbnailModel::RotationRole).toInt();
    const PageTransform turn(image.size(), rotation, paper);
    painter->save();
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->setTransform(turn.matrix(), true);
    painter->drawImage(QPointF(), image);
    painter->restore();
    if (index.data(ThumbnailModel::DimmedRole).toBool())
        painter->fillRect(paper, paperShade());
}

} // namespace

void ThumbnailDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool current = option.state & QStyle::State_Selected;
    const QRect cell = option.rect.adjusted(4, 2, -4, -2);
    const QColor accent = option.palette.color(QPalette::Highlight);
    if (current || option.state & QStyle::State_MouseOver) {
        QColor soft = accent;
        soft.setAlpha(current ? 40 : 18);
        painter->setPen(Qt::NoPen);
        painter->setBrush(soft);
        painter->drawRoundedRect(cell, 6, 6);
    }
    const QSizeF points =
        rotatedSize(index.data(ThumbnailModel::SizeRole).toSizeF(), index.data(ThumbnailModel::RotationRole).toInt());
    const QSize size = points.scaled(thumbnailBounds, Qt::KeepAspectRatio).toSize().expandedTo({4, 4});
    const QRect slot(QPoint(cell.center().x() - thumbnailBounds.width() / 2, cell.top() + smallGap), thumbnailBounds);
    const QRect paper(slot.center() - QPoint(size.width() / 2, size.height() / 2), size);
    paintPaper(painter, paper, index);
    if (current) {
        painter->setPen(QPen(accent, option.state & QStyle::State_HasFocus ? 2.5 : 1.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(paper).adjusted(-2, -2, 2, 2), 2, 2);
    }
    if (index.data(ThumbnailModel::DoubtsRole).toInt() > 0) {
        const QRect badge(paper.topRight() - QPoint(badgeSide / 2, badgeSide / 2), QSize(badgeSide, badgeSide));
        painter->setPen(Qt::NoPen);
        painter->setBrush(option.palette.color(QPalette::Base));
        painter->drawEllipse(badge.adjusted(-2, -2, 2, 2));
        toneIcon(Tone::Doubtful, option.palette).paint(painter, badge);
    }
    QFont font = option.font;
    font.setWeight(current ? QFont::DemiBold : QFont::Normal);
    painter->setFont(font);
    painter->setPen(option.palette.color(QPalette::Text));
    painter->drawText(QRect(cell.left(), slot.bottom() + 2, cell.width(), cell.bottom() - slot.bottom() - 2),
                      Qt::AlignCenter,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, cell.width()));
    painter->restore();
}

QSize ThumbnailDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {thumbnailBounds.width() + 2 * gap, thumbnailBounds.height() + option.fontMetrics.height() + 2 * gap};
}

} // namespace ui
