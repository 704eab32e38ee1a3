// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/queue.h"

#include <QAbstractListModel>

namespace ui {

// The queue's rows as a list, newest first.
class DocumentModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole, StateRole, StateTextRole, DoubtsRole, PartRole, PagesRole, FileRole };

    explicit DocumentModel(const core::Queue &queue, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QModelIndex indexOf(qint64 document) const;

private:
    void reload();
    void insert(qint64 document);
    void refresh(qint64 document);
    void take(qint64 document);
    [[nodiscard]] QString toolTip(const core::DocumentRow &row) const;

    const core::Queue &m_queue;
    std::vector<qint64> m_ids; // newest first; the queue keeps the rows themselves
};

} // namespace ui
