// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/pageworker/workerpool.h"

#include "core/adapters/pageworker/protocol.h"
#include "core/adapters/pageworker/workerlocator.h"
#include "core/adapters/pageworker/workersession.h"
#include "core/base/logging.h"
#include "core/documents/pagegeometry.h"

#include <QtConcurrentRun>
#include <QThread>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr int mostAttempts = 2;
constexpr int priorityOfOpening = 0;
constexpr int priorityOfExtras = 10;
constexpr int priorityOfText = 20; // from here on: background
constexpr int priorityOfScans = 30;

template<typename Body>
Result<Body> bodyOf(const QByteArray &bytes)
{
    auto body = unpack<Body>(bytes);
    if (!body)
        return fail(ErrorCode::WorkerLost, u"malformed answer"_s);
    return *std::move(body);
}

// The picture's memory is the workers' and ours; it goes with the last copy of the picture.
QImage wrap(const std::shared_ptr<SharedMemory> &memory, QSize size)
{
    memory->closeDescriptor();
    auto owner = std::make_unique<std::shared_ptr<SharedMemory>>(memory);
    const auto release = [](void *held) {
        std::unique_ptr<std::shared_ptr<SharedMemory>>(static_cast<std::shared_ptr<SharedMemory> *>(held));
    };
    return {memory->data(),       size.width(), size.height(),  static_cast<qsizetype>(size.width()) * 4,
            QImage::Format_RGB32, release,      owner.release()};
}

qsizetype lettersOf(const PageText &text)
{
    qsizetype letters = 0;
    for (const Word &word : text.words)
        letters += word.text.size();
    return letters;
}

} // namespace

WorkerPool::WorkerPool(PoolOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
{
    if (m_options.workers <= 0)
        m_options.workers = std::max(2, QThread::idealThreadCount());
    if (m_options.background <= 0)
        m_options.background = m_options.workers;
    m_intakeThreads.setMaxThreadCount(2);
}

WorkerPool::~WorkerPool()
{
    m_closing.request_stop();
    std::vector<JobPointer> unfinished = std::exchange(m_waiting, {});
    for (const auto &session : m_sessions) {
        session->disconnect(this);
        if (session->job())
            unfinished.push_back(session->job());
    }
    m_sessions.clear();
    for (const JobPointer &job : unfinished)
        conclude(job, fail(ErrorCode::Cancelled));
}

Async<OpenedDocument> WorkerPool::open(const QString &file, const Secret &password, std::stop_token stop)
{
    const auto promise = std::make_shared<QPromise<Result<OpenedDocument>>>();
    promise->start();
    const auto intake = QtConcurrent::run(&m_intakeThreads, [file, stop, closing = m_closing.get_token()] {
        std::stop_source either;
        const std::stop_callback whenStopped(stop, [&either] { either.request_stop(); });
        const std::stop_callback whenClosing(closing, [&either] { either.request_stop(); });
        return takeIn(file, either.get_token());
    });
    whenDone(intake, this, [this, file, password, stop, promise](Result<Intake> taken) {
        if (taken)
            return openTaken(file, password, *std::move(taken), stop, promise);
        promise->addResult(tl::make_unexpected(std::move(taken).error()));
        promise->finish();
    });
    return promise->future();
}

void WorkerPool::openTaken(const QString &file, const Secret &password, Intake intake, std::stop_token stop,
                           const std::shared_ptr<QPromise<Result<OpenedDocument>>> &promise)
{
    const DocumentHandle handle = ++m_lastDocument;
    Known known{std::make_shared<OpenFile>(OpenFile{handle, intake.file, intake.mimeType, password}),
                {file, intake.sha256, intake.bytes, intake.mimeType, {}, {}}};
    const auto job = std::make_shared<Job>();
    job->priority = priorityOfOpening;
    job->document = known.file;
    job->patience = m_options.deadline;
    job->done = [this, known, promise](Result<QByteArray> body) mutable {
        Result<OpenedDocument> opened = body.and_then(bodyOf<OpenAnswer>).map([&known](const OpenAnswer &answer) {
            known.info.title = answer.title;
            known.info.pageSizes = answer.pageSizes;
            return OpenedDocument{known.file->handle, known.info};
        });
        if (opened)
            m_documents[opened->handle] = known;
        promise->addResult(std::move(opened));
        promise->finish();
    };
    enqueue(job, stop);
}

void WorkerPool::close(DocumentHandle document)
{
    if (m_documents.erase(document) == 0)
        return;
    const auto isOfIt = [document](const JobPointer &job) { return job && job->document->handle == document; };
    std::vector<quint64> jobs;
    for (const JobPointer &job : m_waiting) {
        if (isOfIt(job))
            jobs.push_back(job->id);
    }
    for (const auto &session : m_sessions) {
        if (isOfIt(session->job()))
            jobs.push_back(session->job()->id);
    }
    for (const quint64 job : jobs)
        cancel(job);
    for (const auto &session : m_sessions)
        session->close(document);
}

Async<QImage> WorkerPool::render(const RenderRequest &request, std::stop_token stop)
{
    const auto document = known(request.document, request.page);
    if (!document)
        return ready<QImage>(tl::make_unexpected(document.error()));
    if (!(request.dpi > 0) || request.rotation % 90 != 0 || request.rotation < 0 || request.rotation >= 360)
        return ready<QImage>(fail(ErrorCode::InvalidInput, u"resolution or rotation"_s));
    const QRect area = pictureArea(document->info.pageSizes[static_cast<size_t>(request.page - 1)], request);
    if (area.isEmpty())
        return ready<QImage>(fail(ErrorCode::InvalidInput, u"the region is not on the page"_s));
    const qint64 pixels = static_cast<qint64>(area.width()) * area.height();
    if (pixels > m_options.mostPixels)
        return ready<QImage>(fail(ErrorCode::LimitReached, u"%1 pixels"_s.arg(pixels)));
    const auto memory = std::make_shared<SharedMemory>(SharedMemory::create(pixels * 4));
    if (!memory->isValid())
        return ready<QImage>(fail(ErrorCode::LimitReached, u"no memory for the picture"_s));
    const auto job = std::make_shared<Job>();
    job->priority = request.priority;
    job->document = document->file;
    job->question = MessageType::Render;
    job->answer = MessageType::Rendered;
    job->body = pack(RenderCall{request.document, request.page, request.dpi, request.rotation, area, area.width() * 4});
    job->memory = memory;
    job->patience = m_options.deadline;
    return submit<QImage>(job, stop, [memory, size = area.size()](const QByteArray &) { return wrap(memory, size); });
}

Async<PageText> WorkerPool::text(DocumentHandle document, int page, OcrMode ocr, std::stop_token stop)
{
    return ocr == OcrMode::Always ? scanText(document, page, stop) : layerText(document, page, ocr, stop);
}

Async<PageText> WorkerPool::layerText(DocumentHandle document, int page, OcrMode ocr, std::stop_token stop)
{
    const auto found = known(document, page);
    if (!found)
        return ready<PageText>(tl::make_unexpected(found.error()));
    const auto job = std::make_shared<Job>();
    job->priority = priorityOfText;
    job->document = found->file;
    job->question = MessageType::ReadText;
    job->answer = MessageType::TextRead;
    job->body = pack(PageCall{document, page, ocr == OcrMode::Auto});
    job->patience = m_options.deadline;
    const auto layer = submit<TextAnswer>(job, stop, bodyOf<TextAnswer>);
    return andThen(layer, this, [this, document, page, stop](const TextAnswer &answer) -> Async<PageText> {
        if (!answer.needsScan)
            return ready<PageText>(answer.text);
        return andThen(scanText(document, page, stop), this, [layer = answer.text](const PageText &scan) {
            return ready<PageText>(lettersOf(scan) >= lettersOf(layer) ? scan : layer);
        });
    });
}

Async<PageText> WorkerPool::scanText(DocumentHandle document, int page, std::stop_token stop)
{
    const auto found = known(document, page);
    if (!found)
        return ready<PageText>(tl::make_unexpected(found.error()));
    const auto job = std::make_shared<Job>();
    job->priority = priorityOfScans;
    job->document = found->file;
    job->question = MessageType::ReadScan;
    job->answer = MessageType::ScanRead;
    job->body = pack(PageCall{document, page});
    job->patience = m_options.ocrDeadline;
    return submit<PageText>(job, stop, [](const QByteArray &body) {
        return bodyOf<TextAnswer>(body).map([](TextAnswer answer) { return std::move(answer.text); });
    });
}

Async<DocumentText> WorkerPool::extras(DocumentHandle document, std::stop_token stop)
{
    const auto found = known(document);
    if (!found)
        return ready<DocumentText>(tl::make_unexpected(found.error()));
    const auto job = std::make_shared<Job>();
    job->priority = priorityOfExtras;
    job->document = found->file;
    job->question = MessageType::ReadExtras;
    job->answer = MessageType::ExtrasRead;
    job->body = pack(PageCall{document});
    job->patience = m_options.deadline;
    return submit<DocumentText>(job, stop, [info = found->info](const QByteArray &body) {
        return bodyOf<DocumentText>(body).map([&info](DocumentText extras) {
            extras.info = info;
            return extras;
        });
    });
}

Async<std::vector<OutlineEntry>> WorkerPool::outline(DocumentHandle document, std::stop_token stop)
{
    const auto found = known(document);
    if (!found)
        return ready<std::vector<OutlineEntry>>(tl::make_unexpected(found.error()));
    const auto job = std::make_shared<Job>();
    job->priority = priorityOfExtras;
    job->document = found->file;
    job->question = MessageType::ReadOutline;
    job->answer = MessageType::OutlineRead;
    job->body = pack(PageCall{document});
    job->patience = m_options.deadline;
    return submit<std::vector<OutlineEntry>>(job, stop, bodyOf<std::vector<OutlineEntry>>);
}

std::vector<qint64> WorkerPool::processIds() const
{
    std::vector<qint64> ids;
    for (const auto &session : m_sessions)
        ids.push_back(session->pid());
    return ids;
}

Result<WorkerPool::Known> WorkerPool::known(DocumentHandle document, int page) const
{
    const auto found = m_documents.find(document);
    if (found == m_documents.end())
        return fail(ErrorCode::InvalidInput, u"the document is not open"_s);
    if (page < 1 || page > found->second.info.pages())
        return fail(ErrorCode::InvalidInput, u"no page %1"_s.arg(page));
    return found->second;
}

template<typename T>
Async<T> WorkerPool::submit(JobPointer job, const std::stop_token &stop,
                            std::function<Result<T>(const QByteArray &)> read)
{
    const auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    job->done = [promise, read = std::move(read)](const Result<QByteArray> &body) {
        promise->addResult(body.and_then(read));
        promise->finish();
    };
    enqueue(job, stop);
    return promise->future();
}

void WorkerPool::enqueue(const JobPointer &job, const std::stop_token &stop)
{
    job->id = ++m_lastJob;
    const auto before = [](const JobPointer &a, const JobPointer &b) { return a->priority < b->priority; };
    m_waiting.insert(std::ranges::upper_bound(m_waiting, job, before), job);
    // The callback runs on the thread that asks to stop, or here and now.
    job->onStop.emplace(stop, [this, id = job->id] {
        QMetaObject::invokeMethod(
            this, [this, id] { cancel(id); }, Qt::QueuedConnection);
    });
    dispatch();
}

void WorkerPool::cancel(quint64 id)
{
    const auto isIt = [id](const JobPointer &job) { return job && job->id == id; };
    if (const auto waiting = std::ranges::find_if(m_waiting, isIt); waiting != m_waiting.end()) {
        const JobPointer job = *waiting;
        m_waiting.erase(waiting);
        return conclude(job, fail(ErrorCode::Cancelled));
    }
    for (const auto &session : m_sessions) {
        if (isIt(session->job())) {
            session->giveUp(m_options.grace);
            return conclude(session->job(), fail(ErrorCode::Cancelled));
        }
    }
}

void WorkerPool::dispatch()
{
    for (size_t next = 0; next < m_waiting.size();) {
        const JobPointer job = m_waiting[next];
        if (!mayStart(*job)) {
            ++next;
            continue;
        }
        WorkerSession *session = sessionFor(*job);
        if (!session) {
            if (static_cast<int>(m_sessions.size()) >= m_options.workers)
                return; // all are at work
            const auto started = startSession();
            if (!started) {
                m_waiting.erase(m_waiting.begin() + static_cast<std::ptrdiff_t>(next));
                conclude(job, tl::make_unexpected(started.error()));
                continue;
            }
            session = *started;
        }
        m_waiting.erase(m_waiting.begin() + static_cast<std::ptrdiff_t>(next));
        session->run(job);
    }
}

bool WorkerPool::mayStart(const Job &job) const
{
    if (job.priority < priorityOfText)
        return true;
    return std::ranges::count_if(
               m_sessions,
               [](const auto &session) { return session->job() && session->job()->priority >= priorityOfText; })
        < m_options.background;
}

WorkerSession *WorkerPool::sessionFor(const Job &job)
{
    WorkerSession *idle = nullptr;
    for (const auto &session : m_sessions) {
        if (!session->isIdle())
            continue;
        if (session->hasOpen(job.document->handle))
            return session.get();
        idle = session.get();
    }
    return idle;
}

Result<WorkerSession *> WorkerPool::startSession()
{
    const QString program = m_options.program.isEmpty() ? locatePageWorker() : m_options.program;
    if (program.isEmpty())
        return fail(ErrorCode::WorkerLost, u"lectern-page-worker is not installed"_s);
    QStringList arguments{u"--memory"_s, QString::number(m_options.memoryLimit)};
    if (!m_options.ocrLanguages.isEmpty())
        arguments << u"--ocr-languages"_s << m_options.ocrLanguages.join(u'+');
    auto process = WorkerProcess::start({program, arguments});
    if (!process)
        return tl::make_unexpected(std::move(process).error());
    auto session = std::make_unique<WorkerSession>(*std::move(process));
    WorkerSession *started = session.get();
    connect(started, &WorkerSession::finished, this, &WorkerPool::conclude);
    connect(started, &WorkerSession::freed, this, &WorkerPool::dispatch);
    connect(started, &WorkerSession::lost, this,
            [this, started](const JobPointer &job, const Error &error) { lose(started, job, error); });
    m_sessions.push_back(std::move(session));
    return started;
}

void WorkerPool::lose(WorkerSession *session, const JobPointer &job, const Error &error)
{
    const auto found = std::ranges::find(m_sessions, session, &std::unique_ptr<WorkerSession>::get);
    if (found != m_sessions.end()) {
        found->release()->deleteLater(); // it is the sender
        m_sessions.erase(found);
    }
    if (job && job->attempts < mostAttempts && error.code != ErrorCode::Timeout)
        m_waiting.insert(m_waiting.begin(), job);
    else if (job)
        conclude(job, tl::make_unexpected(error));
    emit workerReplaced();
    dispatch();
}

void WorkerPool::conclude(const JobPointer &job, Result<QByteArray> result)
{
    if (auto done = std::exchange(job->done, {}))
        done(std::move(result));
    job->onStop.reset();
}

} // namespace core
