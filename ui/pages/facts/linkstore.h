// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/pagesource.h"

#include <QObject>

#include <map>

namespace ui {

// The links of the open document's pages, asked for page by page; of the pages looked at last.
class LinkStore : public QObject
{
    Q_OBJECT

public:
    explicit LinkStore(core::PageSource &pages, QObject *parent = nullptr);
    ~LinkStore() override;

    void setDocument(core::DocumentHandle document);
    void request(const std::vector<int> &pages); // those in sight; others are no longer waited for
    [[nodiscard]] const std::vector<core::PageLink> &links(int page) const; // none where they are not known yet

signals:
    void arrived(int page);

private:
    void evict(const std::vector<int> &inSight);

    core::PageSource &m_pages;
    core::DocumentHandle m_document = 0;
    std::map<int, std::vector<core::PageLink>> m_links;
    std::map<int, std::stop_source> m_requests;
};

} // namespace ui
