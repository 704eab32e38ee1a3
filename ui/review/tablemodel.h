// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extraction/extraction.h"

#include <QAbstractTableModel>

namespace ui {

// One table of an extraction. Editing a cell asks for the edit; the cell changes when it is kept.
class TableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role { StatusRole = Qt::UserRole, CertaintyRole, PathRole, IsDoubtRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setTable(const core::ExtractedTable &table);
    void setReadOnly(bool readOnly) { m_readOnly = readOnly; }
    [[nodiscard]] const core::ExtractedTable &table() const { return m_table; }
    [[nodiscard]] const core::ExtractedCell *cell(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const QString &path) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

signals:
    void cellTyped(const QString &path, const QString &text);

private:
    [[nodiscard]] const core::SchemaField &column(const QModelIndex &index) const;
    [[nodiscard]] QString description(const QModelIndex &index) const;

    core::ExtractedTable m_table;
    bool m_readOnly = false;
};

} // namespace ui
