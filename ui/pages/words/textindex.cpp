// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/words/textindex.h"

#include <algorithm>

namespace ui {

namespace {

constexpr qint64 defaultBudget = 96LL << 20;
constexpr int mostPagesAtOnce = 16; // pages that follow each other share much: the worker reads it once
constexpr int questionsAtOnce = 3; // one more than most machines' workers, so that none has to wait for us

} // namespace

TextIndex::TextIndex(core::PageSource &pages, QObject *parent)
    : QObject(parent)
    , m_source(pages)
    , m_budget(defaultBudget)
{
}

TextIndex::~TextIndex()
{
    m_stop.request_stop();
}

void TextIndex::setDocument(core::DocumentHandle document, int pages)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_document = document;
    m_pages.clear();
    m_pages.resize(static_cast<size_t>(document == 0 ? 0 : pages));
    m_asked.assign(m_pages.size(), false);
    m_order.clear();
    m_suspects.clear();
    m_pace = Pace::Rest;
    m_bytes = 0;
    m_read = m_asking = m_next = 0;
}

void TextIndex::fill(Pace pace, int fromPage)
{
    m_next = std::clamp(fromPage, 1, std::max(1, pages())) - 1;
    if (pace == Pace::Urgent)
        m_chunk = 1; // the first page at once, then more and more
    m_pace = pace;
    askForMore();
}

void TextIndex::add(core::CompactPage page)
{
    const core::CompactPage *known = this->page(page.page);
    if (page.page < 1 || page.page > pages() || (known && known->isReadable && !known->needsScan))
        return;
    const int number = page.page;
    keep(std::move(page));
    emit arrived(number, number);
}

const core::CompactPage *TextIndex::page(int page) const
{
    return page >= 1 && page <= pages() ? m_pages[static_cast<size_t>(page - 1)].get() : nullptr;
}

bool TextIndex::expects(int page) const
{
    return page >= 1 && page <= pages() && m_asked[static_cast<size_t>(page - 1)];
}

bool TextIndex::isWanted(int index) const
{
    return !m_pages[static_cast<size_t>(index)] && !m_asked[static_cast<size_t>(index)];
}

void TextIndex::askForMore()
{
    const int most = m_pace == Pace::Urgent ? questionsAtOnce : m_pace == Pace::Background ? 1 : 0;
    while (m_asking < most && m_read < pages()) {
        // A whole book that does not fit is read for those who wait only.
        if (m_pace == Pace::Background && m_bytes > m_budget * 9 / 10)
            return;
        const core::IndexRequest request = nextRequest();
        if (request.pages == 0)
            return;
        ask(request);
    }
}

// No pages: all are here or have been asked for.
core::IndexRequest TextIndex::nextRequest()
{
    const int all = pages();
    int tried = 0;
    while (tried < all && !isWanted(m_next)) {
        m_next = (m_next + 1) % all;
        ++tried;
    }
    core::IndexRequest request{m_document, m_next + 1, 0, m_pace == Pace::Urgent};
    while (request.pages < m_chunk && m_next < all && isWanted(m_next)) {
        const bool alone = m_suspects.contains(m_next + 1);
        if (alone && request.pages > 0)
            break;
        ++request.pages;
        ++m_next;
        if (alone)
            break;
    }
    m_next = all == 0 ? 0 : m_next % all;
    m_chunk = std::min(mostPagesAtOnce, m_chunk * 2);
    return request;
}

void TextIndex::ask(const core::IndexRequest &request)
{
    ++m_asking;
    std::fill_n(m_asked.begin() + request.first - 1, request.pages, true);
    const std::stop_token stop = m_stop.get_token();
    core::whenDone(m_source.index(request, stop), this,
                   [this, request, stop](core::Result<std::vector<core::CompactPage>> answer) {
                       if (!stop.stop_requested())
                           take(request, std::move(answer));
                   });
}

void TextIndex::take(const core::IndexRequest &request, core::Result<std::vector<core::CompactPage>> answer)
{
    --m_asking;
    std::fill_n(m_asked.begin() + request.first - 1, request.pages, false);
    int read = 0;
    if (answer) {
        for (core::CompactPage &page : *answer)
            keep(std::move(page));
        read = static_cast<int>(answer->size());
        if (read < request.pages)
            m_next = std::min(m_next, request.first + read - 1); // the rest is next
    } else if (request.pages > 1) {
        for (int page = request.first; page < request.first + request.pages; ++page)
            m_suspects.insert(page);
        m_next = request.first - 1;
    } else {
        core::CompactPage broken;
        broken.page = request.first;
        broken.isReadable = false;
        keep(std::move(broken));
        read = 1;
    }
    askForMore();
    if (read > 0)
        emit arrived(request.first, request.first + read - 1);
}

void TextIndex::keep(core::CompactPage page)
{
    auto &place = m_pages[static_cast<size_t>(page.page - 1)];
    if (place)
        m_bytes -= place->bytes();
    else
        m_order.push_back(page.page);
    m_read += place ? 0 : 1;
    m_bytes += page.bytes();
    place = std::make_unique<core::CompactPage>(std::move(page));
    while (m_bytes > m_budget && m_order.size() > 1) {
        auto &oldest = m_pages[static_cast<size_t>(m_order.front() - 1)];
        m_order.pop_front();
        m_bytes -= oldest->bytes();
        oldest.reset();
        --m_read;
    }
}

} // namespace ui
