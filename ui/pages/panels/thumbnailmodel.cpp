// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/panels/thumbnailmodel.h"

#include <QLocale>

namespace ui {

ThumbnailModel::ThumbnailModel(PageView &view, QObject *parent)
    : QAbstractListModel(parent)
    , m_view(view)
{
    connect(&view.pictures(), &PagePictures::thumbnailChanged, this, [this](int page) {
        if (page <= m_pages)
            emit dataChanged(index(page - 1), index(page - 1), {Qt::DecorationRole});
    });
}

int ThumbnailModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_pages;
}

QVariant ThumbnailModel::data(const QModelIndex &index, int role) const
{
    const int page = index.row() + 1;
    if (!index.isValid() || page > m_view.pages())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return m_view.labels().isEmpty() ? QLocale().toString(page) : m_view.labels().label(page);
    case Qt::ToolTipRole: // what a page is called, and which one it is
        return m_view.labels().isEmpty()
            ? QString()
            : tr("%1 (%2 of %3)").arg(m_view.labels().label(page)).arg(page).arg(m_pages).toHtmlEscaped();
    case Qt::DecorationRole:
        return m_view.pictures().thumbnail(page);
    case Qt::AccessibleTextRole: {
        const int doubts = m_view.marks().doubts(page);
        const QString name = m_view.labels().isEmpty() ? tr("Page %1").arg(page) : m_view.pageName(page);
        if (doubts == 0)
            return name;
        return doubts == 1 ? tr("%1, one doubtful value").arg(name)
                           : tr("%1, %n doubtful values", nullptr, doubts).arg(name);
    }
    case DoubtsRole:
        return m_view.marks().doubts(page);
    case SizeRole:
        return m_view.geometry().layout().pageSize(page);
    case DimmedRole:
        return m_view.isPaperDimmed();
    case RotationRole:
        return m_view.rotation();
    default:
        return {};
    }
}

void ThumbnailModel::reload()
{
    beginResetModel();
    m_pages = m_view.pages();
    endResetModel();
}

void ThumbnailModel::refresh()
{
    if (m_pages > 0)
        emit dataChanged(index(0), index(m_pages - 1));
}

} // namespace ui
