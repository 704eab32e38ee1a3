// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/tablegrid.h"

#include "ui/review/celldelegate.h"
#include "ui/review/tablemodel.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>

#include <set>

using namespace Qt::Literals::StringLiterals;

namespace ui {
namespace {

constexpr int mostRowsShown = 12;
constexpr int widestColumn = 150;

QString rowPath(const core::ExtractedTable &table, int row)
{
    return "%1[%2]"_L1.arg(table.path, QString::number(row));
}

} // namespace

TableGrid::TableGrid(QWidget *parent)
    : QTableView(parent)
    , m_model(new TableModel(this))
{
    setModel(m_model);
    setItemDelegate(new CellDelegate(this));
    setTabKeyNavigation(false); // arrows go from cell to cell: nobody walks through a thousand to get out
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed);
    verticalHeader()->setDefaultSectionSize(std::max(hitTarget, fontMetrics().height() + 8));
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultAlignment(Qt::AlignCenter);
    horizontalHeader()->setHighlightSections(false);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_model, &TableModel::cellTyped, this, &TableGrid::typed);
}

void TableGrid::setTable(const core::ExtractedTable &table)
{
    const bool other = m_model->table().path != table.path || m_model->columnCount() == 0;
    setAccessibleName(table.label.isEmpty() ? table.path : table.label);
    m_model->setTable(table);
    if (other)
        fitColumns();
    updateGeometry();
}

void TableGrid::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_model->setReadOnly(readOnly);
}

bool TableGrid::choose(const QString &path)
{
    const QModelIndex index = m_model->indexOf(path);
    if (!index.isValid())
        return false;
    setCurrentIndex(index);
    setFocus(Qt::OtherFocusReason);
    return true;
}

QString TableGrid::chosen() const
{
    return currentIndex().data(TableModel::PathRole).toString();
}

const core::ExtractedCell *TableGrid::cell(const QString &path) const
{
    return m_model->cell(m_model->indexOf(path));
}

QSize TableGrid::sizeHint() const
{
    const int rows = std::min(mostRowsShown, m_model->rowCount());
    const int bar = horizontalScrollBar()->isVisible() ? horizontalScrollBar()->height() : 0;
    return {280, horizontalHeader()->sizeHint().height() + rows * verticalHeader()->defaultSectionSize() + bar + 4};
}

QSize TableGrid::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

// The window has keys of its own for copying and pasting; in a table they mean cells.
bool TableGrid::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Copy) || key->matches(QKeySequence::Paste)) {
            event->accept();
            return true;
        }
    }
    return QTableView::event(event);
}

void TableGrid::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && (event->modifiers() & ~Qt::KeypadModifier) == 0)
        emit accepted(chosen());
    else if (event->matches(QKeySequence::Copy))
        copy();
    else if (event->matches(QKeySequence::Paste) && !m_readOnly)
        paste();
    else if (event->key() == Qt::Key_Insert && event->modifiers() == Qt::NoModifier && !m_readOnly)
        insertRow(std::max(0, currentIndex().row()));
    else if (event->key() == Qt::Key_Delete && event->modifiers() == Qt::ControlModifier && !m_readOnly)
        deleteRows();
    else if (event->key() == Qt::Key_Delete && event->modifiers() == Qt::NoModifier && !m_readOnly)
        clearCells();
    else if (event->modifiers() & Qt::ControlModifier && isReturn)
        event->ignore(); // approving is the pane's
    else if (event->key() == Qt::Key_Escape)
        event->ignore(); // a list would search for it
    else
        QTableView::keyPressEvent(event);
}

void TableGrid::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const int row = std::max(0, currentIndex().row());
    connect(menu->addAction(icon(u"copy"_s, palette()), tr("Copy")), &QAction::triggered, this, &TableGrid::copy);
    if (!m_readOnly) {
        menu->addSeparator();
        connect(menu->addAction(tr("Insert row above")), &QAction::triggered, this, [this, row] { insertRow(row); });
        connect(menu->addAction(tr("Insert row below")), &QAction::triggered, this,
                [this, row] { insertRow(row + 1); });
        connect(menu->addAction(icon(u"trash"_s, palette()), tr("Delete row")), &QAction::triggered, this,
                &TableGrid::deleteRows);
    }
    menu->popup(event->globalPos());
}

void TableGrid::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (!currentIndex().isValid() && m_model->rowCount() > 0)
        setCurrentIndex(m_model->index(0, 0));
    else if (currentIndex().isValid())
        emit cellChosen(chosen());
}

void TableGrid::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (current.isValid() && hasFocus())
        emit cellChosen(current.data(TableModel::PathRole).toString());
}

void TableGrid::copy() const
{
    const QItemSelectionRange block = selectionModel()->selection().isEmpty() ? QItemSelectionRange(currentIndex())
                                                                              : selectionModel()->selection().first();
    QStringList lines;
    for (int row = block.top(); row <= block.bottom(); ++row) {
        QStringList cells;
        for (int column = block.left(); column <= block.right(); ++column)
            cells += m_model->index(row, column).data().toString();
        lines += cells.join(u'\t');
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void TableGrid::paste()
{
    const QModelIndex from = currentIndex();
    int row = from.row();
    for (const QString &line : QGuiApplication::clipboard()->text().split(u'\n')) {
        int column = from.column();
        for (const QString &text : line.split(u'\t')) {
            if (const QModelIndex at = m_model->index(row, column++); at.isValid())
                m_model->setData(at, text, Qt::EditRole);
        }
        ++row;
    }
}

void TableGrid::clearCells()
{
    for (const QModelIndex &index : selectionModel()->selectedIndexes())
        m_model->setData(index, QString(), Qt::EditRole);
}

void TableGrid::insertRow(int at)
{
    emit rowInserted(rowPath(m_model->table(), at));
}

void TableGrid::deleteRows()
{
    std::set<int, std::greater<>> rows; // from the bottom, so that the numbers of the others stay
    for (const QModelIndex &index : selectionModel()->selectedIndexes())
        rows.insert(index.row());
    for (const int row : rows)
        emit rowDeleted(rowPath(m_model->table(), row));
}

void TableGrid::fitColumns()
{
    resizeColumnsToContents();
    for (int column = 0; column < m_model->columnCount(); ++column)
        setColumnWidth(column, std::min(widestColumn, columnWidth(column)));
}

} // namespace ui
