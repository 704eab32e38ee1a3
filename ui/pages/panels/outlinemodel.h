// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/pagelabels.h"
#include "core/documents/pagesource.h"

#include <QAbstractItemModel>

namespace ui {

// The outline as a tree: titles, and beside them what the pages are called.
class OutlineModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Title, Page, Columns };

    using QAbstractItemModel::QAbstractItemModel;

    void setOutline(const std::vector<core::OutlineEntry> &outline);
    void setLabels(const core::PageLabels &labels);

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &) const override { return Columns; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    [[nodiscard]] int count() const { return static_cast<int>(m_entries.size()); }
    [[nodiscard]] const core::OutlineEntry &entry(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(int entry) const;
    // The chapter that a place belongs to: the last that begins at it or before; -1: it is before the first.
    [[nodiscard]] int entryAt(const core::Destination &place) const;

private:
    struct Node {
        int parent = -1; // -1: the root
        int row = 0;
        std::vector<int> children;
    };

    [[nodiscard]] const std::vector<int> &childrenOf(const QModelIndex &parent) const;

    std::vector<core::OutlineEntry> m_entries;
    std::vector<Node> m_nodes;
    std::vector<int> m_roots;
    std::vector<int> m_inOrder; // of their places in the document
    core::PageLabels m_labels;
};

} // namespace ui
