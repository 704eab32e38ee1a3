// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/base/secret.h"
#include "core/documents/compactpage.h"
#include "core/documents/document.h"
#include "core/documents/documentfacts.h"

#include <QImage>

#include <chrono>
#include <functional>
#include <stop_token>

namespace core {

// A document that is open in a PageSource.
using DocumentHandle = qint64;

enum class OcrMode { Never, Auto, Always }; // Auto: where a page has ink but next to no text

struct OpenedDocument {
    DocumentHandle handle = 0;
    DocumentInfo info; // without the hash, which takes reading the whole file: PageSource::sha256
};

struct RenderRequest {
    DocumentHandle document = 0;
    int page = 1; // 1-based
    double dpi = 96; // device pixels an inch
    int rotation = 0; // 0, 90, 180, 270 clockwise, on top of the page's own
    QRectF region; // points of the page as shown before `rotation`; empty: whole page
    int priority = 0; // the lowest is drawn first: 0 what is on screen, more for what may be looked at next
    LayerStates layers = {};
};

// Text layers of pages that follow each other, for search. What has to be drawn is never kept waiting by it.
struct IndexRequest {
    DocumentHandle document = 0;
    int first = 1; // page, 1-based
    int pages = 1; // at most
    bool urgent = false; // somebody waits: all workers may help
};

// Opens documents, draws their pages and reads their text, somewhere where they can do no harm.
// Errors: NotFound, AccessDenied, NotADocument, BrokenDocument, PasswordNeeded, Timeout, LimitReached, WorkerLost,
// Cancelled.
class PageSource
{
public:
    PageSource() = default;
    PageSource(const PageSource &) = delete;
    PageSource &operator=(const PageSource &) = delete;
    virtual ~PageSource() = default;

    [[nodiscard]] virtual Async<OpenedDocument> open(const QString &file, const Secret &password,
                                                     std::stop_token stop) = 0;
    virtual void close(DocumentHandle document) = 0;
    [[nodiscard]] virtual Async<QImage> render(const RenderRequest &request, std::stop_token stop) = 0;
    [[nodiscard]] virtual Async<PageText> text(DocumentHandle document, int page, OcrMode ocr,
                                               std::stop_token stop) = 0;
    // The first of the pages asked for, in order: fewer when it took long or something had to be drawn meanwhile, and
    // possibly none. No OCR: CompactPage::needsScan says where it may find more.
    [[nodiscard]] virtual Async<std::vector<CompactPage>> index(const IndexRequest &request, std::stop_token stop) = 0;
    // Of the file as it is when asked, hex.
    [[nodiscard]] virtual Async<QByteArray> sha256(DocumentHandle document, std::stop_token stop) = 0;
    // Form values and attachments (pages and kind are not filled in).
    [[nodiscard]] virtual Async<DocumentText> extras(DocumentHandle document, std::stop_token stop) = 0;
    [[nodiscard]] virtual Async<std::vector<OutlineEntry>> outline(DocumentHandle document, std::stop_token stop) = 0;

    // What a document says of itself. A source that can't tell says that there is nothing of the kind.
    [[nodiscard]] virtual Async<DocumentFacts> facts(DocumentHandle document, std::stop_token stop);
    [[nodiscard]] virtual Async<DocumentProperties> properties(DocumentHandle document, std::stop_token stop);
    [[nodiscard]] virtual Async<std::vector<SignatureFact>> signatures(DocumentHandle document, std::stop_token stop);
    [[nodiscard]] virtual Async<std::vector<PageLink>> links(DocumentHandle document, int page, std::stop_token stop);
    // index: in facts(). NotFound, or LimitReached where it is larger than bounds::largestAttachment.
    [[nodiscard]] virtual Async<QByteArray> attachment(DocumentHandle document, int index, std::stop_token stop);
    // The layers after one of them was switched, from what they were; others may change with it. The document itself
    // stays as it is: `states` of the answer go with each RenderRequest.
    [[nodiscard]] virtual Async<std::vector<LayerEntry>> switchLayer(DocumentHandle document, const LayerStates &states,
                                                                     int index, bool on, std::stop_token stop);
};

[[nodiscard]] LayerStates statesOf(const std::vector<LayerEntry> &layers);

struct ReadLimits {
    std::chrono::milliseconds timeout{120'000}; // whole document
    int maxPages = 2000; // more pages: LimitReached
    OcrMode ocr = OcrMode::Auto;
};

// Reads a whole document: all pages' words, form values, attachments; says what kind it is. Pages are asked for side by
// side. progress is called on context's thread with pages done and pages in all.
[[nodiscard]] Async<DocumentText> readDocument(PageSource &source, const OpenedDocument &document,
                                               const ReadLimits &limits, QObject *context, std::stop_token stop,
                                               std::function<void(int, int)> progress = {});

} // namespace core
