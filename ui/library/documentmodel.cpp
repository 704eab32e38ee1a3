// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/documentmodel.h"

#include "ui/library/statetext.h"
#include "ui/widgets/theme.h"

#include <QDir>
#include <QGuiApplication>

#include <algorithm>
#include <ranges>

using namespace Qt::Literals::StringLiterals;

namespace ui {
namespace {

// How much is done of a running document, 0 to 1; less than 0 when that can't be said.
double partDone(const core::ExtractProgress &progress)
{
    if (progress.stage != core::ExtractStage::Reading || progress.total <= 0)
        return -1;
    return static_cast<double>(progress.done) / progress.total;
}

} // namespace

DocumentModel::DocumentModel(const core::Queue &queue, QObject *parent)
    : QAbstractListModel(parent)
    , m_queue(queue)
{
    connect(&queue, &core::Queue::loaded, this, &DocumentModel::reload);
    connect(&queue, &core::Queue::added, this, &DocumentModel::insert);
    connect(&queue, &core::Queue::changed, this, &DocumentModel::refresh);
    connect(&queue, &core::Queue::removed, this, &DocumentModel::take);
    reload();
}

int DocumentModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

QVariant DocumentModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const qint64 id = m_ids[static_cast<std::size_t>(index.row())];
    const core::DocumentRow *row = m_queue.row(id);
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return row->name;
    case Qt::DecorationRole:
        return icon(stateIconName(row->state), QGuiApplication::palette());
    case Qt::ToolTipRole:
        return toolTip(*row);
    case Qt::AccessibleTextRole:
        return tr("%1, %2").arg(row->name, stateText(*row, m_queue.progress(id)));
    case IdRole:
        return id;
    case StateRole:
        return QVariant::fromValue(row->state);
    case StateTextRole:
        return stateText(*row, m_queue.progress(id));
    case DoubtsRole:
        return row->doubts;
    case PartRole:
        return row->state == core::DocumentState::Running ? partDone(m_queue.progress(id)) : -1.0;
    case PagesRole:
        return row->pages;
    case FileRole:
        return row->file;
    default:
        return {};
    }
}

QModelIndex DocumentModel::indexOf(qint64 document) const
{
    const auto found = std::ranges::find(m_ids, document);
    return found == m_ids.end() ? QModelIndex() : index(static_cast<int>(found - m_ids.begin()));
}

void DocumentModel::reload()
{
    beginResetModel();
    m_ids.clear();
    for (const core::DocumentRow &row : std::views::reverse(m_queue.rows()))
        m_ids.push_back(row.id);
    endResetModel();
}

void DocumentModel::insert(qint64 document)
{
    if (indexOf(document).isValid())
        return;
    beginInsertRows({}, 0, 0);
    m_ids.insert(m_ids.begin(), document);
    endInsertRows();
}

void DocumentModel::refresh(qint64 document)
{
    if (const QModelIndex at = indexOf(document); at.isValid())
        emit dataChanged(at, at);
}

void DocumentModel::take(qint64 document)
{
    const QModelIndex at = indexOf(document);
    if (!at.isValid())
        return;
    beginRemoveRows({}, at.row(), at.row());
    m_ids.erase(m_ids.begin() + at.row());
    endRemoveRows();
}

QString DocumentModel::toolTip(const core::DocumentRow &row) const
{
    QString text = QDir::toNativeSeparators(row.file);
    if (row.pages > 0)
        text += u'\n' + tr("%n page(s)", nullptr, row.pages);
    if (row.state == core::DocumentState::Failed)
        text += u'\n' + failureText(row);
    return text;
}

} // namespace ui
