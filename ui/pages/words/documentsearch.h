// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/words/wordstore.h"

#include <QObject>
#include <QRegularExpression>
#include <QTimer>

namespace ui {

struct SearchHit {
    int page = 1;
    std::vector<QRectF> boxes; // points, one a line
};

// Looks for a text on every page, from the page being read onwards and round; words that are not here yet are asked for
// in the background. Upper and lower case are the same, and a space in the text matches a line break.
class DocumentSearch : public QObject
{
    Q_OBJECT

public:
    explicit DocumentSearch(WordStore &words, QObject *parent = nullptr);

    void setDocument(int pages);
    void find(const QString &text, int fromPage); // empty: no search
    void step(int direction); // to the next hit or the one before, round the end

    [[nodiscard]] bool isActive() const { return m_active; }
    [[nodiscard]] bool isRunning() const { return m_active && m_searched < m_pages; }
    [[nodiscard]] int searchedPages() const { return m_searched; }
    [[nodiscard]] int unreadablePages() const { return m_unreadable; }
    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] int currentNumber() const; // 1-based over the whole document; 0: none
    [[nodiscard]] const SearchHit *current() const;
    [[nodiscard]] const std::vector<SearchHit> *hitsOn(int page) const;

signals:
    void changed(); // more hits, another one chosen, or no search any more
    void currentChanged(const ui::SearchHit &hit);

private:
    void searchSome();
    void searchPage(int page, const PageWords &words);
    void choose(int page, int index);
    [[nodiscard]] int pageInTurn(int turn) const { return (m_from - 1 + turn) % m_pages + 1; }

    WordStore &m_words;
    QTimer m_turn;
    QRegularExpression m_pattern;
    std::map<int, std::vector<SearchHit>> m_hits;
    int m_pages = 0;
    int m_from = 1;
    int m_searched = 0;
    int m_unreadable = 0;
    int m_count = 0;
    int m_currentPage = 0; // 0: none chosen
    int m_currentIndex = 0;
    bool m_active = false;
};

} // namespace ui
