// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/celldelegate.h"

#include "core/extraction/doubts.h"
#include "ui/review/statuslook.h"
#include "ui/review/tablemodel.h"

#include <QLineEdit>
#include <QPainter>

namespace ui {
namespace {

constexpr int pictureSide = 14;
constexpr int margin = 6;

} // namespace

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto status = static_cast<core::FieldStatus>(index.data(TableModel::StatusRole).toInt());
    const QPalette &palette = option.palette;
    const Tone tone = toneOf(status);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool loud = core::isDoubt(status) || status == core::FieldStatus::Corrected;

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QColor ground = selected ? palette.color(QPalette::Highlight) : toneColour(tone, palette);
    ground.setAlphaF(selected ? 0.18F : 0.12F);
    if (selected || core::isDoubt(status))
        painter->fillRect(option.rect, ground);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(palette.color(QPalette::Highlight), 2));
        painter->drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1));
    }
    QRect words = option.rect.adjusted(margin, 0, -margin, 0);
    if (loud) {
        const QRect picture(words.left(), words.center().y() - pictureSide / 2, pictureSide, pictureSide);
        toneIcon(tone, palette).paint(painter, picture);
        words.setLeft(words.left() + pictureSide + 4);
    }
    painter->setPen(palette.color(QPalette::Active, QPalette::Text));
    painter->setFont(option.font);
    const auto alignment = index.data(Qt::TextAlignmentRole).value<Qt::Alignment>();
    painter->drawText(words, static_cast<int>(alignment | Qt::TextSingleLine),
                      option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, words.width()));
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int text = option.fontMetrics.horizontalAdvance(index.data().toString());
    return {text + 2 * margin + pictureSide + 6, std::max(hitTarget, option.fontMetrics.height() + 8)};
}

QWidget *CellDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(option)
    auto *editor = new QLineEdit(parent);
    editor->setAccessibleName(index.data(Qt::AccessibleTextRole).toString());
    return editor;
}

} // namespace ui
