// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/panels/thumbnaildelegate.h"

#include "ui/pages/panels/thumbnailmodel.h"
#include "ui/pages/view/paperdimmer.h"
#include "ui/pages/view/thumbnailsize.h"
#include "ui/widgets/theme.h"

#include <QPainter>

namespace ui {

namespace {

constexpr int badgeSide = 16;

constexpr int cornerRadius = 6;

quint64 inOne(const QSize &pixels, int rotation = 0, bool dimmed = false)
{
    return static_cast<quint64>(pixels.width()) << 32 | static_cast<quint64>(pixels.height()) << 16
        | static_cast<quint64>(rotation) << 1 | static_cast<quint64>(dimmed);
}

} // namespace

QImage ThumbnailDelegate::fitted(const QModelIndex &index, const QSize &size, double ratio) const
{
    const QImage picture = index.data(Qt::DecorationRole).value<QImage>();
    const int rotation = index.data(ThumbnailModel::RotationRole).toInt();
    const bool dimmed = index.data(ThumbnailModel::DimmedRole).toBool();
    const QSize pixels = (QSizeF(size) * ratio).toSize();
    const Key key(picture.cacheKey(), inOne(pixels, rotation, dimmed));
    if (const QImage *kept = m_kept.object(key))
        return *kept;
    QImage image(pixels, QImage::Format_RGB32);
    image.fill(Qt::white);
    if (!picture.isNull())
        image = picture.transformed(QTransform().rotate(rotation))
                    .convertToFormat(QImage::Format_RGB32)
                    .scaled(pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    if (dimmed)
        QPainter(&image).fillRect(image.rect(), paperShade());
    image.setDevicePixelRatio(ratio);
    m_kept.insert(key, new QImage(image));
    return image;
}

QImage ThumbnailDelegate::cell(const QColor &colour, const QSize &size, double ratio) const
{
    const QSize pixels = (QSizeF(size) * ratio).toSize();
    const Key key(colour.rgba(), inOne(pixels));
    if (const QImage *kept = m_kept.object(key))
        return *kept;
    QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRoundedRect(QRect(QPoint(), size), cornerRadius, cornerRadius);
    m_kept.insert(key, new QImage(image));
    return image;
}

void ThumbnailDelegate::paintPaper(QPainter *painter, const QRect &paper, const QModelIndex &index,
                                   const QColor &surround) const
{
    painter->fillRect(paper.adjusted(-1, 0, 1, 2), shaded(surround, 0.1));
    painter->drawImage(paper.topLeft(), fitted(index, paper.size(), painter->device()->devicePixelRatioF()));
}

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
        painter->drawImage(cell.topLeft(), this->cell(soft, cell.size(), painter->device()->devicePixelRatioF()));
    }
    const QSizeF points =
        rotatedSize(index.data(ThumbnailModel::SizeRole).toSizeF(), index.data(ThumbnailModel::RotationRole).toInt());
    const QSize size = points.scaled(thumbnailBounds, Qt::KeepAspectRatio).toSize().expandedTo({4, 4});
    const QRect slot(QPoint(cell.center().x() - thumbnailBounds.width() / 2, cell.top() + smallGap), thumbnailBounds);
    const QRect paper(slot.center() - QPoint(size.width() / 2, size.height() / 2), size);
    paintPaper(painter, paper, index, option.palette.color(QPalette::Base));
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
