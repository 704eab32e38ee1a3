// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/words/wordstore.h"

#include <QtConcurrentRun>

#include <algorithm>

namespace ui {

namespace {

constexpr qint64 budget = 12LL << 20;

} // namespace

WordStore::WordStore(core::PageSource &pages, QObject *parent)
    : QObject(parent)
    , m_pages(pages)
    , m_index(pages)
{
}

WordStore::~WordStore()
{
    for (auto &[page, request] : m_requests)
        request.stop.request_stop();
}

void WordStore::setDocument(core::DocumentHandle document, int pages)
{
    m_index.setDocument(document, pages);
    for (auto &[page, request] : m_requests)
        request.stop.request_stop();
    m_requests.clear();
    m_words.clear();
    m_failed.clear();
    m_bytes = 0;
    m_document = document;
}

// A book's worth of it takes its time.
void WordStore::add(const std::vector<core::PageText> &texts)
{
    const auto compact = QtConcurrent::run([texts] {
        std::vector<core::CompactPage> pages;
        for (const core::PageText &text : texts)
            pages.push_back(core::compacted(text));
        return core::Result<std::vector<core::CompactPage>>(std::move(pages));
    });
    core::whenDone(compact, this,
                   [this, document = m_document](const core::Result<std::vector<core::CompactPage>> &pages) {
                       if (!pages || document != m_document)
                           return;
                       for (const core::CompactPage &page : *pages) {
                           m_index.add(page);
                           emit arrived(page.page);
                       }
                   });
}

void WordStore::request(int page, WordReader reader)
{
    if (m_document == 0 || m_words.contains(page) || m_failed.contains(page))
        return;
    if (load(page)) {
        emit arrived(page);
        return;
    }
    if (const auto running = m_requests.find(page); running != m_requests.end()) {
        if (reader == WordReader::Search)
            running->second.reader = reader; // scrolling away must not stop it now
        return;
    }
    const std::stop_source stop;
    m_requests.emplace(page, Request{stop, reader});
    core::whenDone(m_pages.text(m_document, page, core::OcrMode::Auto, stop.get_token()), this,
                   [this, page, stop](const core::Result<core::PageText> &answer) {
                       if (stop.stop_requested())
                           return;
                       m_requests.erase(page);
                       this->answer(page, answer);
                   });
}

void WordStore::answer(int page, const core::Result<core::PageText> &text)
{
    if (text) {
        keep(page, std::make_shared<const PageWords>(*text));
        m_index.add(core::compacted(*text));
    } else {
        m_failed.emplace(page, text.error().code);
    }
    emit arrived(page);
}

void WordStore::dropRequests(WordReader reader, const std::vector<int> &except)
{
    std::erase_if(m_requests, [reader, &except](auto &request) {
        if (request.second.reader != reader || std::find(except.begin(), except.end(), request.first) != except.end())
            return false;
        request.second.stop.request_stop();
        return true;
    });
}

SharedWords WordStore::words(int page) const
{
    const auto found = m_words.find(page);
    return found == m_words.end() ? nullptr : found->second.words;
}

SharedWords WordStore::load(int page)
{
    SharedWords known = words(page);
    const core::CompactPage *compact = known ? nullptr : m_index.page(page);
    if (!compact || !compact->isReadable || compact->needsScan)
        return known;
    known = std::make_shared<const PageWords>(*compact);
    keep(page, known);
    return known;
}

void WordStore::keep(int page, const SharedWords &words)
{
    const auto found = m_words.find(page);
    if (found != m_words.end())
        m_bytes -= found->second.words->bytes();
    m_words.insert_or_assign(page, Entry{words, ++m_clock});
    m_bytes += words->bytes();
    evict();
}

void WordStore::evict()
{
    while (m_bytes > budget && m_words.size() > 1) {
        const auto oldest = std::min_element(m_words.begin(), m_words.end(),
                                             [](const auto &a, const auto &b) { return a.second.age < b.second.age; });
        m_bytes -= oldest->second.words->bytes();
        m_words.erase(oldest);
    }
}

} // namespace ui
