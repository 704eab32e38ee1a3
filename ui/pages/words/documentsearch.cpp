// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/words/documentsearch.h"

#include <QElapsedTimer>

namespace ui {

namespace {

constexpr qint64 longestTurn = 6; // milliseconds of the event loop
constexpr int pagesAtOnce = 2;

QRegularExpression patternFor(const QString &text)
{
    QStringList parts;
    for (const QString &part : text.split(QRegularExpression(QStringLiteral("\\s+")), Qt::SkipEmptyParts))
        parts.append(QRegularExpression::escape(part));
    return QRegularExpression(parts.join(QStringLiteral("\\s+")),
                              QRegularExpression::CaseInsensitiveOption
                                  | QRegularExpression::UseUnicodePropertiesOption);
}

} // namespace

DocumentSearch::DocumentSearch(WordStore &words, QObject *parent)
    : QObject(parent)
    , m_words(words)
{
    m_turn.setSingleShot(true);
    connect(&m_turn, &QTimer::timeout, this, &DocumentSearch::searchSome);
    connect(&m_words, &WordStore::arrived, this, [this] {
        if (isRunning())
            m_turn.start(0);
    });
}

void DocumentSearch::setDocument(int pages)
{
    m_pages = pages;
    find({}, 1);
}

void DocumentSearch::find(const QString &text, int fromPage)
{
    m_hits.clear();
    m_searched = m_unreadable = m_count = m_currentPage = m_currentIndex = 0;
    m_from = fromPage;
    m_active = m_pages > 0 && !text.trimmed().isEmpty();
    m_words.dropRequests(WordReader::Search, {});
    m_turn.stop();
    if (m_active) {
        m_pattern = patternFor(text);
        searchSome(); // what is known already answers at once
    } else {
        emit changed();
    }
}

void DocumentSearch::searchSome()
{
    QElapsedTimer clock;
    clock.start();
    while (isRunning() && clock.elapsed() < longestTurn) {
        const int page = pageInTurn(m_searched);
        const SharedWords words = m_words.words(page);
        if (!words && !m_words.hasFailed(page)) {
            for (int turn = m_searched; turn < std::min(m_pages, m_searched + pagesAtOnce); ++turn)
                m_words.request(pageInTurn(turn), WordReader::Search);
            emit changed();
            return; // arrived() goes on
        }
        ++m_searched;
        if (words)
            searchPage(page, *words);
        else
            ++m_unreadable;
    }
    emit changed();
    if (isRunning())
        m_turn.start(0);
}

void DocumentSearch::searchPage(int page, const PageWords &words)
{
    std::vector<SearchHit> hits;
    for (auto match = m_pattern.globalMatch(words.text()); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        auto boxes =
            words.boxesOfText(static_cast<int>(found.capturedStart()), static_cast<int>(found.capturedLength()));
        if (!boxes.empty())
            hits.push_back({page, std::move(boxes)});
    }
    if (hits.empty())
        return;
    m_count += static_cast<int>(hits.size());
    m_hits.emplace(page, std::move(hits));
    if (m_currentPage == 0)
        choose(page, 0);
}

void DocumentSearch::choose(int page, int index)
{
    m_currentPage = page;
    m_currentIndex = index;
    emit currentChanged(*current());
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

const SearchHit *DocumentSearch::current() const
{
    const auto *hits = m_currentPage == 0 ? nullptr : hitsOn(m_currentPage);
    return hits ? &hits->at(static_cast<std::size_t>(m_currentIndex)) : nullptr;
}

const std::vector<SearchHit> *DocumentSearch::hitsOn(int page) const
{
    const auto found = m_hits.find(page);
    return found == m_hits.end() ? nullptr : &found->second;
}

} // namespace ui
