// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/facts/linkstore.h"

#include <algorithm>

namespace ui {

namespace {

constexpr std::size_t mostPages = 200;

} // namespace

LinkStore::LinkStore(core::PageSource &pages, QObject *parent)
    : QObject(parent)
    , m_pages(pages)
{
}

LinkStore::~LinkStore()
{
    for (auto &[page, stop] : m_requests)
        stop.request_stop();
}

void LinkStore::setDocument(core::DocumentHandle document)
{
    for (auto &[page, stop] : m_requests)
        stop.request_stop();
    m_requests.clear();
    m_links.clear();
    m_document = document;
}

void LinkStore::request(const std::vector<int> &pages)
{
    std::erase_if(m_requests, [&pages](auto &request) {
        if (std::find(pages.begin(), pages.end(), request.first) != pages.end())
            return false;
        request.second.request_stop();
        return true;
    });
    evict(pages);
    for (const int page : pages) {
        if (m_document == 0 || m_links.contains(page) || m_requests.contains(page))
            continue;
        const std::stop_source stop;
        m_requests.emplace(page, stop);
        core::whenDone(m_pages.links(m_document, page, stop.get_token()), this,
                       [this, page, stop](const core::Result<std::vector<core::PageLink>> &answer) {
                           if (stop.stop_requested())
                               return;
                           m_requests.erase(page);
                           m_links[page] = answer ? *answer : std::vector<core::PageLink>();
                           emit arrived(page);
                       });
    }
}

const std::vector<core::PageLink> &LinkStore::links(int page) const
{
    static const std::vector<core::PageLink> none;
    const auto found = m_links.find(page);
    return found == m_links.end() ? none : found->second;
}

void LinkStore::evict(const std::vector<int> &inSight)
{
    const auto isFar = [&inSight](int page) {
        return std::find(inSight.begin(), inSight.end(), page) == inSight.end();
    };
    for (auto it = m_links.begin(); it != m_links.end() && m_links.size() > mostPages;)
        it = isFar(it->first) ? m_links.erase(it) : std::next(it);
}

} // namespace ui
