// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/pagesource.h"
#include "ui/pages/words/pagewords.h"
#include "ui/pages/words/textindex.h"

#include <QObject>

#include <functional>
#include <map>

namespace ui {

enum class WordReader { View, Search };

// The words of the open document's pages: those in sight ready for use within a budget of bytes, all of them as an
// index. A page is taken out of the index where its text layer will do, and read by itself, if need be by OCR, where
// not.
class WordStore : public QObject
{
    Q_OBJECT

public:
    explicit WordStore(core::PageSource &pages, QObject *parent = nullptr);
    ~WordStore() override;

    void setDocument(core::DocumentHandle document, int pages);
    void add(const std::vector<core::PageText> &texts); // read elsewhere already
    void request(int page, WordReader reader); // arrived() follows, unless the page failed before
    void dropRequests(WordReader reader, const std::vector<int> &except); // those that nobody else waits for

    [[nodiscard]] SharedWords words(int page) const; // null when not here
    [[nodiscard]] SharedWords load(int page); // also out of the index, now
    [[nodiscard]] TextIndex &index() { return m_index; }
    [[nodiscard]] const TextIndex &index() const { return m_index; }
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

    void answer(int page, const core::Result<core::PageText> &text);
    void keep(int page, const SharedWords &words);
    void evict();

    core::PageSource &m_pages;
    TextIndex m_index;
    core::DocumentHandle m_document = 0;
    std::map<int, Entry> m_words;
    std::map<int, Request> m_requests;
    std::map<int, core::ErrorCode> m_failed;
    qint64 m_bytes = 0;
    int m_clock = 0;
};

} // namespace ui
