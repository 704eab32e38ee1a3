// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/textquery.h"
#include "ui/pages/words/wordstore.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <deque>
#include <optional>
#include <set>

namespace ui {

struct SearchHit {
    int page = 1;
    std::vector<QRectF> boxes; // points, one a line
};

// Which of a page's hits, for lists.
struct SearchPlace {
    int page = 1;
    int index = 0; // on its page
    friend bool operator==(const SearchPlace &, const SearchPlace &) = default;
};

// Looks for a text on every page, from the page being read onwards and round, and goes to the first hit. Where the pages
// in between are not known in a moment, that is the first one known that way. Pages that only OCR can read are asked
// for one by one, and searched when they come.
class DocumentSearch : public QObject
{
    Q_OBJECT

public:
    explicit DocumentSearch(WordStore &words, QObject *parent = nullptr);

    void setDocument(int pages);
    void find(const QString &text, int fromPage, core::TextQuery::Options options = {}); // empty: no search
    void step(int direction); // to the next hit or the one before, round the end
    void choose(const SearchPlace &place);

    // Where the next search starts while that page is in sight: who types on is still where the first letter was typed,
    // although a hit was gone to since.
    [[nodiscard]] int startPage(int pageInSight) const { return m_currentPage == pageInSight ? m_start : pageInSight; }
    [[nodiscard]] int generation() const { return m_generation; } // another number for every search
    [[nodiscard]] bool isActive() const { return m_active; }
    [[nodiscard]] bool isRunning() const { return m_active && (m_searched < m_pages || !m_scans.empty()); }
    [[nodiscard]] int searchedPages() const
    {
        return m_searched + static_cast<int>(m_early.size()) - static_cast<int>(m_scans.size());
    }
    [[nodiscard]] int unreadablePages() const { return m_unreadable; }
    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] int currentNumber() const; // 1-based over the whole document; 0: none
    [[nodiscard]] SearchPlace currentPlace() const { return {m_currentPage, m_currentIndex}; } // page 0: none
    [[nodiscard]] const SearchHit *current() const { return m_current ? &*m_current : nullptr; }
    [[nodiscard]] bool isCurrent(int page, size_t index) const
    {
        return page == m_currentPage && static_cast<int>(index) == m_currentIndex;
    }
    // Null: none, or the page's words are not here.
    [[nodiscard]] const std::vector<SearchHit> *hitsOn(int page) const;
    [[nodiscard]] const std::map<int, std::vector<core::TextRange>> &matches() const { return m_hits; } // by page
    [[nodiscard]] core::Snippet snippet(const SearchPlace &place, int around) const; // empty when the text is gone

signals:
    void changed(); // more hits, another one chosen, or no search any more
    void currentChanged(const ui::SearchHit &hit);

private:
    void searchSome();
    [[nodiscard]] bool searchInTurn(const QElapsedTimer &clock); // false: it waits for a page
    void searchAhead(const QElapsedTimer &clock);
    void searchPage(const core::CompactPage &page, bool mayChoose);
    void searchScans();
    void chooseNearest();
    void choose(int page, int index);
    [[nodiscard]] SearchHit hitAt(int page, int index) const;
    [[nodiscard]] int pageInTurn(int turn) const { return (m_from - 1 + turn) % m_pages + 1; }

    WordStore &m_words;
    QTimer m_turn;
    QTimer m_patience;
    core::TextQuery m_query;
    std::map<int, std::vector<core::TextRange>> m_hits; // bytes of the folded texts
    mutable std::map<int, std::vector<SearchHit>> m_boxes; // of pages that were looked at
    std::deque<int> m_scans; // pages that wait for OCR
    std::deque<int> m_arrived; // pages that came before their turn, perhaps
    std::set<int> m_early; // pages that were searched before their turn
    std::optional<SearchHit> m_current;
    int m_generation = 0;
    int m_pages = 0;
    int m_from = 1;
    int m_start = 1; // m_from, or the page of the hit that was stepped to or chosen since
    int m_searched = 0;
    int m_unreadable = 0;
    int m_count = 0;
    int m_currentPage = 0; // 0: none chosen
    int m_currentIndex = 0;
    bool m_active = false;
};

} // namespace ui
