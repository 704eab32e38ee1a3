// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/documentdelegate.h"

#include "core/store/store.h"
#include "ui/library/documentmodel.h"
#include "ui/library/statetext.h"
#include "ui/widgets/palettes.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QPainter>

namespace ui {
namespace {

constexpr int pictureSide = 16;
constexpr int barHeight = 3;

Tone toneOf(core::DocumentState state)
{
    switch (state) {
    case core::DocumentState::Approved:
        return Tone::Approved;
    case core::DocumentState::ToReview:
        return Tone::Doubtful;
    case core::DocumentState::Failed:
        return Tone::NotOnPage;
    case core::DocumentState::Running:
        return Tone::Corrected;
    case core::DocumentState::Waiting:
    case core::DocumentState::Cancelled:
        return Tone::Missing;
    }
    Q_UNREACHABLE();
}

void drawGround(QPainter *painter, const QStyleOptionViewItem &option)
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (!selected && !option.state.testFlag(QStyle::State_MouseOver))
        return;
    QColor ground = option.palette.color(selected ? QPalette::Highlight : QPalette::Text);
    ground.setAlphaF(selected ? 0.16F : 0.05F);
    painter->setPen(Qt::NoPen);
    painter->setBrush(ground);
    painter->drawRoundedRect(QRectF(option.rect).adjusted(6, 1, -6, -1), 6, 6);
    if (selected && option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(option.palette.color(QPalette::Highlight), 1.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(7, 2, -7, -2), 6, 6);
    }
}

void drawProgress(QPainter *painter, const QStyleOptionViewItem &option, const QRect &area, double part)
{
    QRectF bar(area.left(), area.bottom() - barHeight + 4, area.width(), barHeight);
    painter->setPen(Qt::NoPen);
    painter->setBrush(lineColour(option.palette));
    painter->drawRoundedRect(bar, 1.5, 1.5);
    bar.setWidth(bar.width() * part);
    painter->setBrush(option.palette.color(QPalette::Highlight));
    painter->drawRoundedRect(bar, 1.5, 1.5);
}

} // namespace

void DocumentDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    drawGround(painter, option);

    const QRect area = option.rect.adjusted(gap, 7, -gap, -7);
    const auto state = index.data(DocumentModel::StateRole).value<core::DocumentState>();
    const QFontMetrics metrics = option.fontMetrics;
    painter->setFont(option.font);
    painter->setPen(option.palette.color(QPalette::Text));
    painter->drawText(QRect(area.left(), area.top(), area.width(), metrics.height()), Qt::AlignVCenter,
                      metrics.elidedText(index.data().toString(), Qt::ElideMiddle, area.width()));

    const QPalette palette = QApplication::palette();
    const QColor tone = toneColour(toneOf(state), palette);
    const int line = area.top() + metrics.height() + 3;
    const QRect words(area.left() + pictureSide + 6, line, area.width() - pictureSide - 6, metrics.height());
    const QRect picture(area.left(), line + (metrics.height() - pictureSide) / 2, pictureSide, pictureSide);
    QPalette toned = palette;
    toned.setColor(QPalette::ButtonText, tone);
    icon(stateIconName(state), toned).paint(painter, picture);
    const bool loud = state == core::DocumentState::Failed
        || (state == core::DocumentState::ToReview && index.data(DocumentModel::DoubtsRole).toInt() > 0);
    painter->setPen(loud ? tone : quietText(palette));
    painter->drawText(
        words, Qt::AlignVCenter,
        metrics.elidedText(index.data(DocumentModel::StateTextRole).toString(), Qt::ElideRight, words.width()));
    if (const double part = index.data(DocumentModel::PartRole).toDouble(); part >= 0)
        drawProgress(painter, option, area, part);
    painter->restore();
}

QSize DocumentDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(index)
    return {120, 2 * option.fontMetrics.height() + 3 + 14};
}

} // namespace ui
