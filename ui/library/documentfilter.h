// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QSortFilterProxyModel>

namespace ui {

// The documents of one kind of state whose name has a text in it.
class DocumentFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    enum class Show { All, ToReview, Running, Approved, Failed };
    Q_ENUM(Show)

    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setShow(Show show);
    [[nodiscard]] Show shown() const { return m_show; }
    void setText(const QString &text);

    // True when a document in `state` belongs to `show`.
    [[nodiscard]] static bool holds(Show show, core::DocumentState state);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    Show m_show = Show::All;
    QString m_text;
};

} // namespace ui
