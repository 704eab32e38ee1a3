// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/panels/hitdelegate.h"

#include "ui/pages/panels/hitmodel.h"
#include "ui/widgets/theme.h"

#include <QPainter>

namespace ui {

void HitDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const bool chosen = option.state & QStyle::State_Selected;
    const QColor ink = option.palette.color(chosen ? QPalette::HighlightedText : QPalette::Text);
    if (chosen)
        painter->fillRect(option.rect, option.palette.highlight());
    const QRect line = option.rect.adjusted(smallGap, 0, -smallGap, 0);
    const int pageWidth = option.fontMetrics.horizontalAdvance(QStringLiteral("00000"));
    QColor quiet = ink;
    quiet.setAlphaF(chosen ? 1.0F : 0.75F);
    painter->setPen(quiet);
    painter->setFont(option.font);
    painter->drawText(
        QRect(line.left(), line.top(), pageWidth, line.height()), Qt::AlignRight | Qt::AlignVCenter,
        option.fontMetrics.elidedText(index.data(HitModel::PageNameRole).toString(), Qt::ElideRight, pageWidth));

    // The match stands a third into the line, or where its words begin.
    const QString text = index.data(Qt::DisplayRole).toString();
    const int start = index.data(HitModel::MatchStartRole).toInt();
    const int length = index.data(HitModel::MatchLengthRole).toInt();
    QFont strong(option.font);
    strong.setBold(true);
    const QString before = text.left(start);
    const QString match = text.mid(start, length);
    const int room = line.width() - pageWidth - 2 * smallGap;
    const QString shown = option.fontMetrics.elidedText(before, Qt::ElideLeft, room * 2 / 5);
    int x = line.left() + pageWidth + 2 * smallGap;
    const auto draw = [&](const QString &part, const QFont &font) {
        painter->setFont(font);
        const QRect place(x, line.top(), line.right() - x, line.height());
        if (place.width() > 0)
            painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                              QFontMetrics(font).elidedText(part, Qt::ElideRight, place.width()));
        x += QFontMetrics(font).horizontalAdvance(part);
    };
    painter->setPen(ink);
    draw(shown, option.font);
    draw(match, strong);
    draw(text.mid(start + length), option.font);
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(ink);
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

QSize HitDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {100, std::max(hitTarget, option.fontMetrics.height() + smallGap)};
}

} // namespace ui
