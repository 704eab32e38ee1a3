// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/panels/outlinemodel.h"

#include <QSet>
#include <QSortFilterProxyModel>
#include <QWidget>

#include <optional>

class QLineEdit;
class QTreeView;

namespace ui {

// The outline beside the pages: follows what is being read, goes to the place that is chosen, and can be narrowed down
// to the chapters with some words in their titles.
class OutlinePanel : public QWidget
{
    Q_OBJECT

public:
    explicit OutlinePanel(QWidget *parent = nullptr);

    void setOutline(const std::vector<core::OutlineEntry> &outline);
    void setLabels(const core::PageLabels &labels);
    void follow(const core::Destination &place); // what is at the top of the view
    void takeFocus();

signals:
    void placeChosen(const core::Destination &place);
    void left(); // Escape

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose(const QModelIndex &index);
    void filter(const QString &text);
    void expandAsTold();
    [[nodiscard]] bool isFiltered() const;

    OutlineModel m_model;
    QSortFilterProxyModel m_shown;
    QLineEdit *m_filter;
    QTreeView *m_tree;
    QSet<int> m_expanded; // before the filter
    std::optional<core::Destination> m_place;
    bool m_chosen = false; // the current chapter was chosen, and may stand lower than the view could scroll
};

} // namespace ui
