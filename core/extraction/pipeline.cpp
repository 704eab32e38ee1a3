// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extraction/pipeline.h"

#include "core/base/onstop.h"
#include "core/extraction/origin.h"
#include "core/extraction/prove.h"
#include "core/reading/finding.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QtConcurrent>
#include <QTimer>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

// Hears a stop request from any thread, on its own.
class StopWatch final : public QObject
{
public:
    using QObject::QObject;
    OnStop onStop;
};

// One document on its way. Lives as long as a step of it is awaited; everything happens on context's thread but the
// proof.
class Run : public std::enable_shared_from_this<Run>
{
public:
    Run(PageSource &pages, Engine *engine, const Connection *connection, QString file, ExtractOptions options,
        QObject *context, std::function<void(ExtractProgress)> progress)
        : m_pages(pages)
        , m_engine(engine)
        , m_file(std::move(file))
        , m_options(std::move(options))
        , m_context(context)
        , m_progress(std::move(progress))
    {
        if (connection)
            m_connection = *connection;
    }

    Async<Extraction> start(const std::stop_token &stop)
    {
        m_promise.start();
        m_clock.start();
        m_stopWatch = new StopWatch(m_context);
        m_stopWatch->onStop.watch(stop, m_stopWatch, [self = weak_from_this()] {
            if (const auto run = self.lock())
                run->end(ErrorCode::Cancelled, {});
        });
        // Whatever a step does with its stop request, the answer comes in time.
        QTimer::singleShot(m_options.limits.timeout, m_context, [self = weak_from_this()] {
            if (const auto run = self.lock())
                run->end(ErrorCode::Timeout, u"over %1 s"_s.arg(run->m_options.limits.timeout.count() / 1000));
        });
        tell({ExtractStage::Opening, 0, 0});
        then(m_pages.open(m_file, m_options.password, m_stop.get_token()), &Run::opened);
        return m_promise.future();
    }

private:
    // The next step with the answer of this one; an error ends the run.
    template<typename T>
    auto step(void (Run::*next)(T))
    {
        return [self = shared_from_this(), next](Result<T> result) {
            if (!result)
                self->finish(tl::make_unexpected(std::move(result).error()));
            else
                (*self.*next)(*std::move(result));
        };
    }

    template<typename T>
    void then(const Async<T> &answer, void (Run::*next)(T))
    {
        whenDone(answer, m_context, step(next));
    }

    void opened(OpenedDocument document)
    {
        m_handle = document.handle;
        m_timing.open = m_clock.elapsed();
        if (m_done)
            return closeDocument();
        tell({ExtractStage::Reading, 0, document.info.pages()});
        whenTaken(readDocument(m_pages, document, m_options.limits, m_context, m_stop.get_token(),
                               [self = weak_from_this()](int done, int total) {
                                   if (const auto run = self.lock())
                                       run->tell({ExtractStage::Reading, done, total});
                               }),
                  m_context, step(&Run::read)); // the words of a book are a hundred megabytes
    }

    void read(DocumentText text)
    {
        closeDocument(); // the words are here; a worker can take the next document
        if (m_done)
            return;
        m_timing.text = text.textMs;
        m_timing.ocr = text.ocrMs;
        m_text = std::make_shared<DocumentText>(std::move(text));
        if (const auto problem = chooseSchema())
            return finish(tl::make_unexpected(*problem));
        if (m_engine)
            ask();
        else
            prove([text = m_text, schema = m_schema, options = m_options] {
                return Result<Extraction>(extractLocally(*text, schema, options));
            });
    }

    [[nodiscard]] std::optional<Error> chooseSchema()
    {
        if (m_options.schema) {
            m_schema = *m_options.schema;
            return {};
        }
        if (m_options.schemas.empty())
            return Error{ErrorCode::InvalidInput, u"no schema"_s};
        const int detected = detectSchema(*m_text, m_options.schemas);
        const auto generic = std::find_if(m_options.schemas.begin(), m_options.schemas.end(),
                                          [](const Schema &schema) { return schema.id == "generic"_L1; });
        if (detected >= 0 && detected < std::ssize(m_options.schemas))
            m_schema = m_options.schemas[static_cast<size_t>(detected)];
        else
            m_schema = generic != m_options.schemas.end() ? *generic : m_options.schemas.front();
        return {};
    }

    void ask()
    {
        tell({ExtractStage::Asking, 0, 0});
        m_asked = m_clock.elapsed();
        then(m_engine->extract({m_file, *m_text, m_schema}, m_stop.get_token()), &Run::answered);
    }

    void answered(EngineAnswer answer)
    {
        if (m_done)
            return;
        m_timing.engine = m_clock.elapsed() - m_asked;
        m_answer = answer;
        prove([text = m_text, schema = m_schema, options = m_options, values = answer.values] {
            return Result<Extraction>(proveValues(*text, schema, values, options));
        });
    }

    template<typename Work>
    void prove(Work work)
    {
        tell({ExtractStage::Proving, 0, 0});
        then(QtConcurrent::run(std::move(work)), &Run::proved);
    }

    void proved(Extraction extraction)
    {
        extraction.file = m_file;
        for (const UnreadPage &unread : m_text->unread) {
            if (unread.page > 0)
                extraction.unreadPages.push_back(unread.page);
        }
        if (m_connection) {
            extraction.engineId = m_connection->id;
            extraction.endpoint = originOf(m_connection->baseUrl);
            extraction.model = m_answer.model.isEmpty() ? m_connection->model : m_answer.model;
            extraction.usage = m_answer.usage;
            extraction.warning = m_answer.warning;
        } else {
            m_timing.engine = extraction.timing.engine;
        }
        m_timing.evidence = extraction.timing.evidence;
        m_timing.total = m_clock.elapsed();
        extraction.timing = m_timing;
        finish(std::move(extraction));
    }

    // Answers at once, whatever the step that is going on does about it.
    void end(ErrorCode code, const QString &detail)
    {
        finish(fail(code, detail));
        m_stop.request_stop();
    }

    void finish(Result<Extraction> result)
    {
        closeDocument();
        if (m_done)
            return;
        m_done = true;
        if (m_stopWatch)
            m_stopWatch->deleteLater();
        m_promise.addResult(std::move(result));
        m_promise.finish();
    }

    void closeDocument()
    {
        if (m_handle != 0)
            m_pages.close(std::exchange(m_handle, 0));
    }

    void tell(const ExtractProgress &progress) const
    {
        if (m_progress && !m_done)
            m_progress(progress);
    }

    PageSource &m_pages;
    Engine *m_engine;
    std::optional<Connection> m_connection;
    QString m_file;
    ExtractOptions m_options;
    QObject *m_context;
    std::function<void(ExtractProgress)> m_progress;

    std::stop_source m_stop;
    QPointer<StopWatch> m_stopWatch;
    QPromise<Result<Extraction>> m_promise;
    QElapsedTimer m_clock;
    bool m_done = false;

    DocumentHandle m_handle = 0;
    std::shared_ptr<const DocumentText> m_text;
    Schema m_schema;
    EngineAnswer m_answer;
    Timing m_timing;
    qint64 m_asked = 0;
};

} // namespace

Async<Extraction> extractDocument(PageSource &pages, Engine *engine, const Connection *connection, const QString &file,
                                  const ExtractOptions &options, QObject *context, std::stop_token stop,
                                  std::function<void(ExtractProgress)> progress)
{
    return std::make_shared<Run>(pages, engine, connection, file, options, context, std::move(progress))->start(stop);
}

} // namespace core
