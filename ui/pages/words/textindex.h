// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/pagesource.h"

#include <QObject>

#include <deque>
#include <memory>
#include <set>

namespace ui {

// The text of the whole document in few bytes, for search: filled in the background from where the reader is, and as
// fast as the workers can while somebody waits for it. Within a budget of bytes; of a document that does not fit, what
// was read first is dropped first and read again when it is asked for.
class TextIndex : public QObject
{
    Q_OBJECT

public:
    enum class Pace { Rest, Background, Urgent };

    explicit TextIndex(core::PageSource &pages, QObject *parent = nullptr);
    ~TextIndex() override;

    void setDocument(core::DocumentHandle document, int pages);
    void setBudget(qint64 bytes) { m_budget = bytes; }
    // Reads what is missing from that page onwards and round.
    void fill(Pace pace, int fromPage);
    // Read elsewhere, by OCR for one. Stays away where the text layer was enough.
    void add(core::CompactPage page);

    [[nodiscard]] const core::CompactPage *page(int page) const; // null: not here
    [[nodiscard]] bool expects(int page) const; // it has been asked for
    [[nodiscard]] int pages() const { return static_cast<int>(m_pages.size()); }
    [[nodiscard]] int readPages() const { return m_read; }
    [[nodiscard]] qint64 bytes() const { return m_bytes; }
    [[nodiscard]] Pace pace() const { return m_pace; }

signals:
    void arrived(int first, int last); // pages

private:
    // One who reads pages that follow each other, which is what a worker is quick at.
    struct Reader {
        int next = -1; // index of the page; negative: anywhere
        int chunk = 1; // pages of the next question
        bool isAsking = false;
    };

    void askForMore();
    [[nodiscard]] core::IndexRequest nextRequest(Reader &reader) const;
    [[nodiscard]] int farFromOthers() const; // index of a page, negative: none is missing
    [[nodiscard]] bool isWanted(int page) const;
    void ask(size_t reader, const core::IndexRequest &request);
    void take(size_t reader, const core::IndexRequest &request, core::Result<std::vector<core::CompactPage>> answer);
    void keep(core::CompactPage page);

    core::PageSource &m_source;
    core::DocumentHandle m_document = 0;
    std::vector<std::unique_ptr<core::CompactPage>> m_pages;
    std::vector<bool> m_asked;
    std::deque<int> m_order; // as they came
    std::set<int> m_suspects; // of a question that failed: each is asked for by itself
    std::stop_source m_stop;
    Pace m_pace = Pace::Rest;
    qint64 m_budget = 0;
    qint64 m_bytes = 0;
    int m_read = 0;
    std::vector<Reader> m_readers;
};

} // namespace ui
