// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/view/pageview.h"

#include <QAbstractListModel>

namespace ui {

// One row a page: its small picture, its number, how many doubtful values it has.
class ThumbnailModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { DoubtsRole = Qt::UserRole, SizeRole, RotationRole, DimmedRole };

    explicit ThumbnailModel(PageView &view, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    void reload(); // another document
    void refresh(); // marks or rotation changed

private:
    PageView &m_view;
    int m_pages = 0;
};

} // namespace ui
