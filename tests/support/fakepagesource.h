// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/pagesource.h"

#include <QColor>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <deque>
#include <optional>

// A page source without files and processes: pages of plain words, drawn where it says they stand. Answers come from
// the event loop, late or not at all, as the test wants.
class FakePageSource : public QObject, public core::PageSource
{
public:
    struct Document {
        std::vector<QSizeF> sizes;
        QByteArray password; // empty: none
        std::optional<core::ErrorCode> error; // opening it fails
    };
    struct Asked {
        core::RenderRequest request;
        std::stop_token stop;
    };

    void add(const QString &file, int pages, const QSizeF &size = {595, 842}, const QByteArray &password = {});

    // The words of every page: "page", its number, then lines of "word-LINE-COLUMN".
    [[nodiscard]] static core::PageText wordsOf(int page, const QSizeF &size);
    [[nodiscard]] static QImage draw(const core::RenderRequest &request, const QSizeF &size);

    [[nodiscard]] core::Async<core::OpenedDocument> open(const QString &file, const core::Secret &password,
                                                         std::stop_token stop) override;
    void close(core::DocumentHandle document) override;
    [[nodiscard]] core::Async<QImage> render(const core::RenderRequest &request, std::stop_token stop) override;
    [[nodiscard]] core::Async<core::PageText> text(core::DocumentHandle document, int page, core::OcrMode ocr,
                                                   std::stop_token stop) override;
    [[nodiscard]] core::Async<std::vector<core::CompactPage>> index(const core::IndexRequest &request,
                                                                    std::stop_token stop) override;
    [[nodiscard]] core::Async<QByteArray> sha256(core::DocumentHandle document, std::stop_token stop) override;
    [[nodiscard]] core::Async<core::DocumentText> extras(core::DocumentHandle document, std::stop_token stop) override;
    [[nodiscard]] core::Async<std::vector<core::OutlineEntry>> outline(core::DocumentHandle document,
                                                                       std::stop_token stop) override;
    [[nodiscard]] core::Async<core::DocumentFacts> facts(core::DocumentHandle document, std::stop_token stop) override;
    [[nodiscard]] core::Async<core::DocumentProperties> properties(core::DocumentHandle document,
                                                                   std::stop_token stop) override;
    [[nodiscard]] core::Async<std::vector<core::SignatureFact>> signatures(core::DocumentHandle document,
                                                                           std::stop_token stop) override;
    [[nodiscard]] core::Async<std::vector<core::PageLink>> links(core::DocumentHandle document, int page,
                                                                 std::stop_token stop) override;
    [[nodiscard]] core::Async<QByteArray> attachment(core::DocumentHandle document, int index,
                                                     std::stop_token stop) override;
    [[nodiscard]] core::Async<std::vector<core::LayerEntry>> switchLayer(core::DocumentHandle document,
                                                                         const core::LayerStates &states, int index,
                                                                         bool on, std::stop_token stop) override;

    void releaseOpening() { releaseAll(m_heldOpenings); }
    void releaseRenders() { releaseAll(m_heldRenders); } // answers what waits; stopped ones with Cancelled

    // What a document says of itself.
    struct Told {
        core::DocumentFacts facts;
        std::vector<core::OutlineEntry> outline;
        core::DocumentProperties properties;
        std::vector<core::SignatureFact> signatures;
        QHash<int, std::vector<core::PageLink>> links; // by page
        core::Result<QByteArray> attachment = core::fail(core::ErrorCode::NotFound);
    };

    QHash<QString, Document> documents;
    QHash<QString, Told> told; // by file
    QHash<core::DocumentHandle, QString> openHandles;
    QHash<int, core::ErrorCode> brokenPages; // drawing them fails
    std::vector<Asked> renders; // everything asked for, in order
    std::vector<int> texts;
    std::vector<core::IndexRequest> indexed;
    QSet<int> brokenText; // pages whose text cannot be read
    QSet<int> scans; // pages whose text only OCR can tell: text() does
    std::optional<core::ErrorCode> indexError; // of questions for more than one page
    int pagesATurn = 100; // most of an answer to index()
    QColor paper = Qt::white;
    bool holdOpening = false;
    bool holdRenders = false; // kept back until releaseRenders()
    int textDelay = 0; // milliseconds

private:
    using Answers = std::deque<std::function<void()>>;

    static void releaseAll(Answers &answers);
    [[nodiscard]] QSizeF sizeOf(core::DocumentHandle document, int page) const;
    [[nodiscard]] Told toldOf(core::DocumentHandle document) const { return told.value(openHandles.value(document)); }

    Answers m_heldOpenings;
    Answers m_heldRenders;
    core::DocumentHandle m_lastHandle = 0;
};
