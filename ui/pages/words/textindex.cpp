// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/words/textindex.h"

#include <QThread>

#include <algorithm>

namespace ui {

namespace {

constexpr qint64 defaultBudget = 96LL << 20;
constexpr int mostPagesAtOnce = 32; // the worker ends after a while of itself

} // namespace

TextIndex::TextIndex(core::PageSource &pages, QObject *parent)
    : QObject(parent)
    , m_source(pages)
    , m_budget(defaultBudget)
    , m_readers(static_cast<size_t>(std::clamp(QThread::idealThreadCount(), 2, 8)))
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
    m_read = 0;
    m_readers.assign(m_readers.size(), {});
}

void TextIndex::fill(Pace pace, int fromPage)
{
    m_pace = pace;
    // The first page at once, then more and more.
    for (Reader &reader : m_readers)
        reader = {-1, 1, reader.isAsking};
    m_readers.front().next = std::clamp(fromPage, 1, std::max(1, pages())) - 1;
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
    const size_t most = m_pace == Pace::Urgent ? m_readers.size() : m_pace == Pace::Background ? 1 : 0;
    // A whole book that does not fit is read for those who wait only.
    if (m_pace == Pace::Background && m_bytes > m_budget * 9 / 10)
        return;
    for (size_t reader = 0; reader < most && m_read < pages(); ++reader) {
        if (m_readers[reader].isAsking)
            continue;
        const core::IndexRequest request = nextRequest(m_readers[reader]);
        if (request.pages == 0)
            return; // all are here or have been asked for
        ask(reader, request);
    }
}

core::IndexRequest TextIndex::nextRequest(Reader &reader) const
{
    if (reader.next < 0 || reader.next >= pages() || !isWanted(reader.next))
        reader.next = farFromOthers();
    core::IndexRequest request{m_document, reader.next + 1, 0, m_pace == Pace::Urgent};
    if (reader.next < 0)
        return request;
    for (bool alone = false; !alone && request.pages < reader.chunk; ++request.pages, ++reader.next) {
        if (reader.next >= pages() || !isWanted(reader.next))
            break;
        alone = m_suspects.contains(reader.next + 1);
        if (alone && request.pages > 0)
            break;
    }
    reader.chunk = std::min(mostPagesAtOnce, reader.chunk * 2);
    return request;
}

// The start of the longest stretch that is missing, or its middle where another reader is at its start.
int TextIndex::farFromOthers() const
{
    int longest = 0;
    int start = -1;
    for (int first = 0; first < pages();) {
        int end = first;
        while (end < pages() && isWanted(end))
            ++end;
        if (end - first > longest) {
            longest = end - first;
            start = first;
        }
        first = std::max(end, first + 1);
    }
    const bool isTaken =
        std::ranges::any_of(m_readers, [start](const Reader &other) { return other.isAsking && other.next == start; });
    return isTaken ? start + longest / 2 : start;
}

void TextIndex::ask(size_t reader, const core::IndexRequest &request)
{
    m_readers[reader].isAsking = true;
    std::fill_n(m_asked.begin() + request.first - 1, request.pages, true);
    const std::stop_token stop = m_stop.get_token();
    core::whenDone(m_source.index(request, stop), this,
                   [this, reader, request, stop](core::Result<std::vector<core::CompactPage>> answer) {
                       if (!stop.stop_requested())
                           take(reader, request, std::move(answer));
                   });
}

void TextIndex::take(size_t reader, const core::IndexRequest &request,
                     core::Result<std::vector<core::CompactPage>> answer)
{
    m_readers[reader].isAsking = false;
    std::fill_n(m_asked.begin() + request.first - 1, request.pages, false);
    int read = 0;
    if (answer) {
        for (core::CompactPage &page : *answer)
            keep(std::move(page));
        read = static_cast<int>(answer->size());
        const bool goesOn = m_readers[reader].next == request.first - 1 + request.pages;
        if (read < request.pages && goesOn)
            m_readers[reader].next = request.first - 1 + read;
    } else if (request.pages > 1) {
        for (int page = request.first; page < request.first + request.pages; ++page)
            m_suspects.insert(page);
        m_readers[reader].next = request.first - 1;
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
