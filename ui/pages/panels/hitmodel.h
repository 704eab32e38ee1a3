// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/words/documentsearch.h"

#include <QAbstractListModel>

namespace ui {

// The hits of a search in the order of the document, each with the words around it. They are taken over now and then
// while the search runs: a row for each as it comes would keep the window busy. Not more than anybody would read.
class HitModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { PageRole = Qt::UserRole, MatchStartRole, MatchLengthRole }; // the match in the words that are shown

    explicit HitModel(DocumentSearch &search, QObject *parent = nullptr);

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

    void follow();
    void insertPages(size_t at, const std::vector<Page> &pages);

    DocumentSearch &m_search;
    QTimer m_timer;
    std::vector<Page> m_pages;
    int m_generation = 0;
};

} // namespace ui
