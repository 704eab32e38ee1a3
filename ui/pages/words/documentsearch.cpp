// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/words/documentsearch.h"

#include <algorithm>

namespace ui {

namespace {

constexpr qint64 longestTurn = 6; // milliseconds of the event loop
constexpr std::chrono::milliseconds patience{40}; // with the page being read, before a hit elsewhere is gone to
constexpr size_t scansAtOnce = 2;
constexpr size_t mostPagesOfBoxes = 32;

} // namespace

DocumentSearch::DocumentSearch(WordStore &words, QObject *parent)
    : QObject(parent)
    , m_words(words)
{
    m_turn.setSingleShot(true);
    connect(&m_turn, &QTimer::timeout, this, &DocumentSearch::searchSome);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        chooseNearest();
        emit changed();
    });
    const auto goOn = [this] {
        if (isRunning() && !m_turn.isActive())
            m_turn.start(0);
    };
    connect(&m_words.index(), &TextIndex::arrived, this, [this, goOn](int first, int last) {
        for (int page = first; isRunning() && page <= last; ++page)
            m_arrived.push_back(page);
        goOn();
    });
    connect(&m_words, &WordStore::arrived, this, goOn);
}

void DocumentSearch::setDocument(int pages)
{
    m_pages = pages;
    find({}, 1);
}

void DocumentSearch::find(const QString &text, int fromPage, core::TextQuery::Options options)
{
    ++m_generation;
    m_hits.clear();
    m_boxes.clear();
    m_scans.clear();
    m_arrived.clear();
    m_early.clear();
    m_current.reset();
    m_searched = m_unreadable = m_count = m_currentPage = m_currentIndex = 0;
    m_from = m_start = fromPage;
    m_query = core::TextQuery(text, options);
    m_active = m_pages > 0 && !m_query.isEmpty();
    m_words.dropRequests(WordReader::Search, {});
    m_turn.stop();
    m_patience.stop();
    if (m_active) {
        m_patience.start();
        for (int turn = 0; turn < m_pages; ++turn) {
            if (m_words.index().page(pageInTurn(turn)))
                m_arrived.push_back(pageInTurn(turn));
        }
        searchSome(); // what is known already answers at once
    } else {
        emit changed();
    }
    if (!isRunning() && m_words.index().pace() == TextIndex::Pace::Urgent)
        m_words.index().fill(TextIndex::Pace::Background, fromPage);
}

void DocumentSearch::searchSome()
{
    QElapsedTimer clock;
    clock.start();
    TextIndex &index = m_words.index();
    const bool waits = m_active && !searchInTurn(clock); // arrived() goes on
    if (waits)
        searchAhead(clock);
    searchScans();
    if (!m_patience.isActive())
        chooseNearest();
    if (!isRunning() && index.pace() == TextIndex::Pace::Urgent)
        index.fill(TextIndex::Pace::Background, m_from);
    emit changed();
    if (m_active && m_searched < m_pages && (!waits || !m_arrived.empty()))
        m_turn.start(0);
}

bool DocumentSearch::searchInTurn(const QElapsedTimer &clock)
{
    TextIndex &index = m_words.index();
    while (m_searched < m_pages && clock.elapsed() < longestTurn) {
        const int number = pageInTurn(m_searched);
        if (m_early.erase(number) > 0) {
            ++m_searched;
            if (m_currentPage == 0 && m_hits.contains(number))
                choose(number, 0);
            continue;
        }
        const core::CompactPage *page = index.page(number);
        if (!page) {
            if (!index.expects(number) || index.pace() != TextIndex::Pace::Urgent)
                index.fill(TextIndex::Pace::Urgent, number);
            return false;
        }
        ++m_searched;
        if (!page->isReadable)
            ++m_unreadable;
        else if (page->needsScan)
            m_scans.push_back(number);
        else
            searchPage(*page, true);
    }
    return true;
}

// The page being read takes its time: the next hit that is known, onwards and round. It stays when nearer ones come.
void DocumentSearch::chooseNearest()
{
    if (m_currentPage != 0 || m_hits.empty())
        return;
    const auto onwards = m_hits.lower_bound(m_from);
    choose(onwards == m_hits.end() ? m_hits.begin()->first : onwards->first, 0);
}

// What is known farther on, or was read meanwhile: counted and listed, but not gone to at once.
void DocumentSearch::searchAhead(const QElapsedTimer &clock)
{
    while (!m_arrived.empty() && clock.elapsed() < longestTurn) {
        const int number = m_arrived.front();
        m_arrived.pop_front();
        const core::CompactPage *page = m_words.index().page(number);
        const bool isAhead = (number - m_from + m_pages) % m_pages >= m_searched && !m_early.contains(number);
        if (!isAhead || !page || !page->isReadable || page->needsScan)
            continue;
        m_early.insert(number);
        searchPage(*page, false);
    }
}

void DocumentSearch::searchScans()
{
    const size_t waiting = std::min(scansAtOnce, m_scans.size());
    for (size_t i = 0; i < waiting; ++i)
        m_words.request(m_scans[i], WordReader::Search);
    std::erase_if(m_scans, [this](int number) {
        const core::CompactPage *page = m_words.index().page(number);
        const bool isRead = page && page->isReadable && !page->needsScan;
        if (isRead)
            searchPage(*page, true);
        else if (!m_words.hasFailed(number))
            return false;
        m_unreadable += isRead ? 0 : 1;
        return true;
    });
    // One that was read in vain makes room for the next.
    for (size_t i = 0; i < std::min(scansAtOnce, m_scans.size()); ++i)
        m_words.request(m_scans[i], WordReader::Search);
}

void DocumentSearch::searchPage(const core::CompactPage &page, bool mayChoose)
{
    std::vector<core::TextRange> hits = m_query.matchesIn(page);
    if (hits.empty())
        return;
    m_count += static_cast<int>(hits.size());
    m_hits.insert_or_assign(page.page, std::move(hits));
    if (mayChoose && m_currentPage == 0)
        choose(page.page, 0);
}

void DocumentSearch::choose(int page, int index)
{
    m_currentPage = page;
    m_currentIndex = index;
    m_current = hitAt(page, index);
    emit currentChanged(*m_current);
}

void DocumentSearch::choose(const SearchPlace &place)
{
    const auto found = m_hits.find(place.page);
    if (found == m_hits.end() || place.index < 0 || place.index >= static_cast<int>(found->second.size()))
        return;
    choose(place.page, place.index);
    m_start = m_currentPage;
    emit changed();
}

void DocumentSearch::step(int direction)
{
    if (m_currentPage == 0)
        return;
    auto page = m_hits.find(m_currentPage);
    int index = m_currentIndex + direction;
    if (index >= static_cast<int>(page->second.size())) {
        page = std::next(page) == m_hits.end() ? m_hits.begin() : std::next(page);
        index = 0;
    } else if (index < 0) {
        page = std::prev(page == m_hits.begin() ? m_hits.end() : page);
        index = static_cast<int>(page->second.size()) - 1;
    }
    choose(page->first, index);
    m_start = m_currentPage;
    emit changed();
}

int DocumentSearch::currentNumber() const
{
    if (m_currentPage == 0)
        return 0;
    int before = 0;
    for (auto page = m_hits.begin(); page->first != m_currentPage; ++page)
        before += static_cast<int>(page->second.size());
    return before + m_currentIndex + 1;
}

SearchHit DocumentSearch::hitAt(int page, int index) const
{
    const auto *hits = hitsOn(page);
    return hits && index < static_cast<int>(hits->size()) ? hits->at(static_cast<size_t>(index)) : SearchHit{page, {}};
}

const std::vector<SearchHit> *DocumentSearch::hitsOn(int page) const
{
    const auto found = m_hits.find(page);
    if (found == m_hits.end())
        return nullptr;
    if (const auto known = m_boxes.find(page); known != m_boxes.end())
        return &known->second;
    const SharedWords words = m_words.load(page);
    if (!words)
        return nullptr;
    std::vector<SearchHit> hits;
    for (const core::TextRange &place : core::placesInText(words->text(), found->second))
        hits.push_back({page, words->boxesOfText(place.start, place.length)});
    if (m_boxes.size() >= mostPagesOfBoxes)
        m_boxes.clear();
    return &m_boxes.emplace(page, std::move(hits)).first->second;
}

core::Snippet DocumentSearch::snippet(const SearchPlace &place, int around) const
{
    const auto found = m_hits.find(place.page);
    const core::CompactPage *page = m_words.index().page(place.page);
    if (found == m_hits.end() || !page || place.index < 0 || place.index >= static_cast<int>(found->second.size()))
        return {};
    const QString text = QString::fromUtf8(page->text);
    const auto places = core::placesInText(text, {found->second[static_cast<size_t>(place.index)]});
    return core::snippetOf(text, places.front(), around);
}

} // namespace ui
