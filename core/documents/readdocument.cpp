// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/pagelimit.h"
#include "core/documents/pagesource.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTimer>

#include <algorithm>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

// Enough to keep every worker busy, and few enough that a page asked for by somebody else is soon served.
constexpr int pagesAtOnce = 16;

// One document being read. Lives as long as an answer to it is outstanding.
class Reading : public std::enable_shared_from_this<Reading>
{
public:
    Reading(PageSource &source, const OpenedDocument &document, const ReadLimits &limits, QObject *context,
            std::function<void(int, int)> progress)
        : m_source(source)
        , m_handle(document.handle)
        , m_limits(limits)
        , m_context(context)
        , m_progress(std::move(progress))
    {
        m_text.info = document.info;
        m_text.pages.resize(document.info.pageSizes.size());
    }

    Reading(const Reading &) = delete;
    Reading &operator=(const Reading &) = delete;
    ~Reading() { m_stop.request_stop(); }

    [[nodiscard]] Async<DocumentText> start(const std::stop_token &stop)
    {
        m_promise.start();
        m_clock.start();
        m_cancel.emplace(stop, [this] { m_stop.request_stop(); });
        QTimer::singleShot(m_limits.timeout, m_context, [weak = weak_from_this()] {
            if (const auto self = weak.lock())
                self->finish(fail(ErrorCode::Timeout, u"the document took too long"_s));
        });
        whenDone(m_source.extras(m_handle, m_stop.get_token()), m_context,
                 [self = shared_from_this()](Result<DocumentText> extras) { self->takeExtras(std::move(extras)); });
        whenDone(m_source.sha256(m_handle, m_stop.get_token()), m_context,
                 [self = shared_from_this()](Result<QByteArray> hash) { self->takeHash(std::move(hash)); });
        askForPages();
        return m_promise.future();
    }

private:
    void askForPages()
    {
        while (!m_finished && m_asked < m_text.info.pages() && m_asked - m_done < pagesAtOnce) {
            const int page = ++m_asked;
            whenDone(
                m_source.text(m_handle, page, m_limits.ocr, m_stop.get_token()), m_context,
                [self = shared_from_this(), page](Result<PageText> text) { self->takePage(page, std::move(text)); });
        }
    }

    void takeExtras(Result<DocumentText> extras)
    {
        if (m_finished)
            return;
        if (extras) {
            m_text.formValues = std::move(extras->formValues);
            m_text.attachments = std::move(extras->attachments);
        } else if (extras.error().code == ErrorCode::Cancelled) {
            return finish(tl::make_unexpected(std::move(extras).error()));
        } else {
            m_text.unread.push_back({0, std::move(extras).error()});
        }
        m_extrasDone = true;
        finishWhenComplete();
    }

    void takeHash(Result<QByteArray> hash)
    {
        if (m_finished)
            return;
        if (!hash) // a file that can't be read to its end is not what was read from
            return finish(tl::make_unexpected(std::move(hash).error()));
        m_text.info.sha256 = *std::move(hash);
        finishWhenComplete();
    }

    void takePage(int page, Result<PageText> text)
    {
        if (m_finished)
            return;
        PageText &place = m_text.pages[static_cast<size_t>(page - 1)];
        if (text) {
            place = *std::move(text);
            shareTexts(place.words);
            (place.source == TextSource::Ocr ? m_text.ocrMs : m_text.textMs) = m_clock.elapsed();
        } else if (text.error().code == ErrorCode::Cancelled) {
            return finish(tl::make_unexpected(std::move(text).error()));
        } else {
            m_text.unread.push_back({page, std::move(text).error()});
        }
        place.page = page;
        place.size = m_text.info.pageSizes[static_cast<size_t>(page - 1)];
        ++m_done;
        if (m_progress)
            m_progress(m_done, m_text.info.pages());
        askForPages();
        finishWhenComplete();
    }

    // A book says the same few thousand words again and again: each is kept once.
    void shareTexts(std::vector<Word> &words)
    {
        for (Word &word : words)
            word.text = *m_texts.insert(word.text);
    }

    void finishWhenComplete()
    {
        if (m_finished || !m_extrasDone || m_text.info.sha256.isEmpty() || m_done < m_text.info.pages())
            return;
        const auto isPage = [](const UnreadPage &unread) { return unread.page > 0; };
        const auto failed = std::ranges::find_if(m_text.unread, isPage);
        if (std::ranges::count_if(m_text.unread, isPage) == m_text.info.pages())
            return finish(tl::make_unexpected(failed->error));
        std::ranges::sort(m_text.unread, {}, &UnreadPage::page);
        m_text.kind = kind();
        // Both are measured from the start; OCR comes last and what it adds is its own.
        m_text.ocrMs = std::max<qint64>(0, m_text.ocrMs - m_text.textMs);
        finish(std::move(m_text));
    }

    [[nodiscard]] DocumentKind kind() const
    {
        if (m_text.info.mimeType.startsWith("image/"_L1))
            return DocumentKind::Image;
        const auto with = [this](TextSource source) {
            return std::ranges::any_of(m_text.pages, [source](const PageText &page) {
                return page.source == source && (!page.words.empty() || source == TextSource::Ocr);
            });
        };
        if (!with(TextSource::Ocr))
            return DocumentKind::Native;
        return with(TextSource::TextLayer) ? DocumentKind::Mixed : DocumentKind::Scan;
    }

    void finish(Result<DocumentText> result)
    {
        if (m_finished)
            return;
        m_finished = true;
        m_stop.request_stop();
        m_promise.addResult(std::move(result));
        m_promise.finish();
    }

    PageSource &m_source;
    DocumentHandle m_handle;
    ReadLimits m_limits;
    QObject *m_context;
    std::function<void(int, int)> m_progress;
    QPromise<Result<DocumentText>> m_promise;
    DocumentText m_text;
    QSet<QString> m_texts;
    QElapsedTimer m_clock;
    int m_asked = 0;
    int m_done = 0;
    bool m_extrasDone = false;
    bool m_finished = false;
    std::stop_source m_stop;
    std::optional<std::stop_callback<std::function<void()>>> m_cancel;
};

} // namespace

Async<DocumentText> readDocument(PageSource &source, const OpenedDocument &document, const ReadLimits &limits,
                                 QObject *context, std::stop_token stop, std::function<void(int, int)> progress)
{
    if (document.info.pages() == 0)
        return ready<DocumentText>(fail(ErrorCode::BrokenDocument, u"no pages"_s));
    if (document.info.pages() > limits.maxPages)
        return ready<DocumentText>(tl::make_unexpected(tooManyPages({document.info.pages(), limits.maxPages})));
    const auto reading = std::make_shared<Reading>(source, document, limits, context, std::move(progress));
    return reading->start(stop);
}

} // namespace core
