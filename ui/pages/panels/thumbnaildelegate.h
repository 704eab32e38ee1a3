// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCache>
#include <QImage>
#include <QStyledItemDelegate>

namespace ui {

// Draws a page's thumbnail on paper, its number below, and a mark where a value wants to be looked at. What is stretched
// or translucent is drawn once and kept: Qt shares such painting out among threads where it is high, and while pages are
// turned these wait for the processors that the page workers have.
class ThumbnailDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    using Key = std::pair<qint64, quint64>; // picture or colour; size and how it is shown

    static constexpr int most = 64; // pictures: several columns of them

    void paintPaper(QPainter *painter, const QRect &paper, const QModelIndex &index, const QColor &surround) const;
    [[nodiscard]] QImage fitted(const QModelIndex &index, const QSize &size, double ratio) const;
    [[nodiscard]] QImage cell(const QColor &colour, const QSize &size, double ratio) const;

    mutable QCache<Key, QImage> m_kept{most};
};

} // namespace ui
