// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/pagesource.h"
#include "ui/pages/words/pagewords.h"

#include <QObject>

#include <functional>
#include <map>

namespace ui {

enum class WordReader { View, Search };

// The words of the open document's pages, asked for page by page and kept within a budget of bytes.
class WordStore : public QObject
{
    Q_OBJECT

public:
    explicit WordStore(core::PageSource &pages, QObject *parent = nullptr);
    ~WordStore() override;

    void setDocument(core::DocumentHandle document);
    void add(const core::PageText &text); // read elsewhere already
    void request(int page, WordReader reader); // arrived() follows, unless the page failed before
    void dropRequests(WordReader reader, const std::vector<int> &except); // those that nobody else waits for

    [[nodiscard]] SharedWords words(int page) const; // null when not here
    [[nodiscard]] bool hasFailed(int page) const { return m_failed.contains(page); }

signals:
    void arrived(int page); // also when the page could not be read: words() is null then

private:
    struct Entry {
        SharedWords words;
        int age = 0;
    };
    struct Request {
        std::stop_source stop;
        WordReader reader = WordReader::View;
    };

    void keep(int page, const SharedWords &words);
    void evict();

    core::PageSource &m_pages;
    core::DocumentHandle m_document = 0;
    std::map<int, Entry> m_words;
    std::map<int, Request> m_requests;
    std::map<int, core::ErrorCode> m_failed;
    qint64 m_bytes = 0;
    int m_clock = 0;
};

} // namespace ui
