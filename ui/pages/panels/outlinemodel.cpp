// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/panels/outlinemodel.h"

#include <algorithm>
#include <tuple>

namespace ui {

namespace {

bool isBefore(const core::Destination &a, const core::Destination &b)
{
    return std::tie(a.page, a.top) < std::tie(b.page, b.top);
}

core::Destination placeOf(const core::OutlineEntry &entry)
{
    return {entry.page, entry.top};
}

// Lines of a title may be broken in the file.
QString onOneLine(const QString &title)
{
    return title.simplified();
}

} // namespace

void OutlineModel::setOutline(const std::vector<core::OutlineEntry> &outline)
{
    beginResetModel();
    m_entries = outline;
    m_nodes.assign(outline.size(), {});
    m_roots.clear();
    m_inOrder.clear();
    std::vector<int> path; // to the entry before
    for (int i = 0; i < count(); ++i) {
        const core::OutlineEntry &entry = m_entries[static_cast<std::size_t>(i)];
        // A level that is skipped is not there.
        path.resize(std::min<std::size_t>(path.size(), static_cast<std::size_t>(std::max(0, entry.level))));
        Node &node = m_nodes[static_cast<std::size_t>(i)];
        node.parent = path.empty() ? -1 : path.back();
        auto &siblings = path.empty() ? m_roots : m_nodes[static_cast<std::size_t>(path.back())].children;
        node.row = static_cast<int>(siblings.size());
        siblings.push_back(i);
        path.push_back(i);
        if (entry.page > 0)
            m_inOrder.push_back(i);
    }
    std::stable_sort(m_inOrder.begin(), m_inOrder.end(), [this](int a, int b) {
        return isBefore(placeOf(m_entries[static_cast<std::size_t>(a)]),
                        placeOf(m_entries[static_cast<std::size_t>(b)]));
    });
    endResetModel();
}

void OutlineModel::setLabels(const core::PageLabels &labels)
{
    m_labels = labels;
    if (count() > 0)
        emit dataChanged({}, {});
}

const std::vector<int> &OutlineModel::childrenOf(const QModelIndex &parent) const
{
    return parent.isValid() ? m_nodes[parent.internalId()].children : m_roots;
}

QModelIndex OutlineModel::index(int row, int column, const QModelIndex &parent) const
{
    const auto &children = childrenOf(parent);
    if (row < 0 || row >= static_cast<int>(children.size()) || column < 0 || column >= Columns)
        return {};
    return createIndex(row, column, static_cast<quintptr>(children[static_cast<std::size_t>(row)]));
}

QModelIndex OutlineModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexOf(m_nodes[child.internalId()].parent) : QModelIndex();
}

int OutlineModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(childrenOf(parent).size());
}

QVariant OutlineModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const core::OutlineEntry &entry = this->entry(index);
    const QString page = entry.page > 0 ? m_labels.label(entry.page) : QString();
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Title ? onOneLine(entry.title) : page;
    case Qt::ToolTipRole:
        return onOneLine(entry.title).toHtmlEscaped();
    case Qt::AccessibleTextRole:
        return page.isEmpty() ? onOneLine(entry.title) : tr("%1, page %2").arg(onOneLine(entry.title), page);
    case Qt::TextAlignmentRole:
        return index.column() == Page ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    default:
        return {};
    }
}

Qt::ItemFlags OutlineModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

const core::OutlineEntry &OutlineModel::entry(const QModelIndex &index) const
{
    return m_entries[index.internalId()];
}

QModelIndex OutlineModel::indexOf(int entry) const
{
    if (entry < 0 || entry >= count())
        return {};
    return createIndex(m_nodes[static_cast<std::size_t>(entry)].row, Title, static_cast<quintptr>(entry));
}

int OutlineModel::entryAt(const core::Destination &place) const
{
    const auto after = std::upper_bound(m_inOrder.begin(), m_inOrder.end(), place,
                                        [this](const core::Destination &wanted, int entry) {
                                            return isBefore(wanted, placeOf(m_entries[static_cast<std::size_t>(entry)]));
                                        });
    return after == m_inOrder.begin() ? -1 : *std::prev(after);
}

} // namespace ui
