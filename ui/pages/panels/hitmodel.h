// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/pagelabels.h"
#include "ui/pages/words/documentsearch.h"

#include <QAbstractListModel>

namespace ui {

// The hits of a search in the order of the document, each with the words around it. They are taken over now and then
// while the search runs: a row for each as it comes would keep the window busy. Not more than anybody would read.
class HitModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        PageRole = Qt::UserRole,
        PageNameRole,
        MatchStartRole,
        MatchLengthRole
    }; // the match in the words that are shown

    explicit HitModel(DocumentSearch &search, QObject *parent = nullptr);

    void setLabels(const core::PageLabels &labels); // what the pages are called
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] SearchPlace placeOf(int row) const;
    [[nodiscard]] QModelIndex indexOf(const SearchPlace &place) const; // invalid: not listed
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

signals:
    void followed(); // it has what the search has

private:
    struct Page {
        int number = 0;
        int before = 0; // hits on the pages before
        int hits = 0;
    };

    [[nodiscard]] QString pageName(int page) const;
    void follow();
    void insertPages(size_t at, const std::vector<Page> &pages);

    DocumentSearch &m_search;
    QTimer m_timer;
    std::vector<Page> m_pages;
    core::PageLabels m_labels;
    int m_generation = 0;
};

} // namespace ui
