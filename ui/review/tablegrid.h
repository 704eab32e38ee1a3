// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extraction/extraction.h"

#include <QTableView>

namespace ui {

class TableModel;

// A table with spreadsheet keys: typing and F2 edit, arrows move, Tab leaves it, Delete empties, Ctrl+C and Ctrl+V copy and
// paste blocks, Insert and Ctrl+Delete add and remove rows. Enter accepts a doubtful cell.
class TableGrid : public QTableView
{
    Q_OBJECT

public:
    explicit TableGrid(QWidget *parent = nullptr);

    void setTable(const core::ExtractedTable &table);
    void setReadOnly(bool readOnly);
    bool choose(const QString &path); // false: not a cell of this table
    [[nodiscard]] QString chosen() const;
    [[nodiscard]] const core::ExtractedCell *cell(const QString &path) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void cellChosen(const QString &path);
    void accepted(const QString &path);
    void typed(const QString &path, const QString &text);
    void rowInserted(const QString &path); // "line_items[2]"
    void rowDeleted(const QString &path);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void copy() const;
    void paste();
    void clearCells();
    void insertRow(int at);
    void deleteRows();
    void fitColumns();

    TableModel *m_model;
    bool m_readOnly = false;
};

} // namespace ui
