// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/tablemodel.h"

#include "core/extraction/doubts.h"
#include "ui/review/doubtorder.h"
#include "ui/review/statuslook.h"
#include "ui/review/valuetext.h"
#include "ui/text/formats.h"

using namespace Qt::Literals::StringLiterals;

namespace ui {
namespace {

bool isNumeric(core::ValueType type)
{
    return type == core::ValueType::Number || type == core::ValueType::Money;
}

} // namespace

void TableModel::setTable(const core::ExtractedTable &table)
{
    const auto names = [](const core::ExtractedTable &given) {
        QStringList list;
        for (const core::SchemaField &each : given.columns)
            list += each.name;
        return list;
    };
    const bool sameShape =
        m_table.path == table.path && m_table.rows.size() == table.rows.size() && names(m_table) == names(table);
    if (sameShape) {
        m_table = table; // keeps selection and current cell
        if (rowCount() > 0 && columnCount() > 0)
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_table = table;
    endResetModel();
}

const core::ExtractedCell *TableModel::cell(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    const core::ExtractedRow &row = m_table.rows[static_cast<std::size_t>(index.row())];
    const auto found = row.cells.find(column(index).name);
    return found == row.cells.end() ? nullptr : &found->second;
}

QModelIndex TableModel::indexOf(const QString &path) const
{
    for (int row = 0; row < rowCount(); ++row) {
        for (int at = 0; at < columnCount(); ++at) {
            if (cellPath(m_table.path, row, m_table.columns[static_cast<std::size_t>(at)].name) == path)
                return index(row, at);
        }
    }
    return {};
}

int TableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.rows.size());
}

int TableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.columns.size());
}

QVariant TableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const core::ExtractedCell *given = cell(index);
    const core::ValueType type = column(index).type;
    switch (role) {
    case Qt::DisplayRole:
        return given && given->value ? valueText(*given->value, type) : QString();
    case Qt::EditRole:
        return given ? editingText(*given) : QString();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (isNumeric(type) ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return description(index);
    case Qt::AccessibleTextRole:
        return tr("%1, row %2: %3")
            .arg(column(index).title, QString::number(index.row() + 1),
                 given && given->value ? valueText(*given->value, type) : tr("no value"));
    case StatusRole:
        return static_cast<int>(given ? given->status : core::FieldStatus::Missing);
    case CertaintyRole:
        return given ? given->certainty : 0.0;
    case PathRole:
        return cellPath(m_table.path, index.row(), column(index).name);
    case IsDoubtRole:
        return given && core::isDoubt(given->status);
    default:
        return {};
    }
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    if (section < 0 || section >= columnCount())
        return {};
    const core::SchemaField &field = m_table.columns[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return field.title.isEmpty() ? field.name : field.title;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (isNumeric(field.type) ? Qt::AlignRight : Qt::AlignLeft));
    return {};
}

Qt::ItemFlags TableModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return m_readOnly || !index.isValid() ? flags : flags | Qt::ItemIsEditable;
}

bool TableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || m_readOnly || !index.isValid())
        return false;
    const QString text = value.toString().trimmed();
    const core::ExtractedCell *given = cell(index);
    if (text == (given ? editingText(*given) : QString()))
        return false;
    emit cellTyped(index.data(PathRole).toString(), text);
    return true;
}

const core::SchemaField &TableModel::column(const QModelIndex &index) const
{
    return m_table.columns[static_cast<std::size_t>(index.column())];
}

QString TableModel::description(const QModelIndex &index) const
{
    const core::ExtractedCell *given = cell(index);
    if (!given || !given->value)
        return statusText(core::FieldStatus::Missing);
    QString text = "%1, %2"_L1.arg(statusText(given->status), percentText(given->certainty));
    if (!given->evidence.empty())
        text += u", "_s + tr("page %1").arg(given->evidence.front().place.page);
    return text;
}

} // namespace ui
