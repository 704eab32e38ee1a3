// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/pageworker/workerpool.h"

#include "core/adapters/pageworker/factsprotocol.h"
#include "core/adapters/pageworker/filehash.h"
#include "core/adapters/pageworker/workerasking.h"
#include "core/base/onstop.h"
#include "core/documents/pagegeometry.h"

#include <QSemaphore>
#include <QtConcurrentRun>
#include <QThread>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr int priorityOfOpening = 0;
constexpr int priorityOfText = WorkerDispatcher::backgroundPriority;
constexpr int priorityOfScans = priorityOfText + 10;
constexpr int priorityOfUrgentIndex = 15; // below everything that is drawn, and not held back from any worker
constexpr int priorityOfIndex = priorityOfScans + 10;
constexpr int indexTurn = 150; // milliseconds

qsizetype lettersOf(const PageText &text)
{
    qsizetype letters = 0;
    for (const Word &word : text.words)
        letters += word.text.size();
    return letters;
}

PoolOptions completed(PoolOptions options)
{
    if (options.workers <= 0)
        options.workers = std::max(2, QThread::idealThreadCount());
    if (options.background <= 0)
        options.background = options.workers;
    return options;
}

} // namespace

WorkerPool::WorkerPool(PoolOptions options, QObject *parent)
    : QObject(parent)
    , m_options(completed(std::move(options)))
    , m_dispatcher(m_options)
{
    connect(&m_dispatcher, &WorkerDispatcher::workerLost, this, &WorkerPool::workerReplaced);
}

WorkerPool::~WorkerPool()
{
    m_closing.request_stop();
}

void WorkerPool::adopt(std::unique_ptr<WorkerProcess> early)
{
    m_dispatcher.adopt(std::move(early));
}

void WorkerPool::expect(const QString &file, const FirstLook &look)
{
    m_expected = Expected{file, openNow(file, {.look = look}, {})};
}

void WorkerPool::rest(std::chrono::milliseconds time)
{
    m_dispatcher.rest(time);
}

void WorkerPool::attend()
{
    m_dispatcher.attend();
}

Async<OpenedDocument> WorkerPool::open(const QString &file, const Secret &password, std::stop_token stop)
{
    if (m_expected && m_expected->file == file && password.isEmpty())
        return std::exchange(m_expected, std::nullopt)->opened;
    return openNow(file, {.password = password}, stop);
}

Async<OpenedDocument> WorkerPool::openNow(const QString &file, const OpenFile &wanted, const std::stop_token &stop)
{
    const Answer<OpenedDocument> answer;
    const auto taken = std::make_shared<QSemaphore>();
    const auto intake = QtConcurrent::run(m_intakeThreads.pool(), [file, taken] {
        auto found = takeIn(file);
        taken->release();
        return found;
    });
    const auto onStop = std::make_shared<OnStop>(); // whoever waits for a disk that says nothing may give up
    onStop->watch(stop, this, [answer] { answer.give(fail(ErrorCode::Cancelled)); });
    const auto goOn = [this, file, wanted, stop, answer, onStop](Result<Intake> found) {
        onStop->forget();
        if (!found)
            answer.give(tl::make_unexpected(std::move(found).error()));
        else if (!answer.isGiven())
            openTaken(file, wanted, *std::move(found), stop, answer);
    };
    // Most disks answer at once, and then a worker can be at it before the event loop comes round again.
    constexpr int moment = 4; // milliseconds
    if (taken->tryAcquire(1, moment))
        goOn(intake.result());
    else
        whenDone(intake, this, goOn);
    return answer.future();
}

void WorkerPool::openTaken(const QString &file, OpenFile wanted, Intake intake, std::stop_token stop,
                           const Answer<OpenedDocument> &answer)
{
    wanted.handle = ++m_lastDocument;
    wanted.file = intake.file;
    wanted.mimeType = intake.mimeType;
    Known known{std::make_shared<OpenFile>(std::move(wanted)),
                {file, {}, intake.bytes, intake.mimeType, {}, {}}};
    const auto job = std::make_shared<Job>();
    job->priority = priorityOfOpening;
    job->document = known.file;
    job->patience = m_options.deadline;
    job->done = [this, known, answer](Result<QByteArray> body) mutable {
        Result<OpenedDocument> opened = body.and_then(bodyOf<OpenAnswer>).map([&known](const OpenAnswer &found) {
            known.info.title = found.title;
            known.info.pageSizes = found.pageSizes;
            return OpenedDocument{known.file->handle, known.info};
        });
        if (opened)
            m_documents[opened->handle] = known;
        answer.give(std::move(opened));
    };
    m_dispatcher.enqueue(job, stop);
}

void WorkerPool::close(DocumentHandle document)
{
    if (m_documents.erase(document) > 0)
        m_dispatcher.close(document);
}

Async<QByteArray> WorkerPool::sha256(DocumentHandle document, std::stop_token stop)
{
    const auto found = known(document);
    if (!found)
        return ready<QByteArray>(tl::make_unexpected(found.error()));
    return QtConcurrent::run(m_hashThreads.pool(), [held = found->file, stop, closing = m_closing.get_token()] {
        std::stop_source either;
        const std::stop_callback whenStopped(stop, [&either] { either.request_stop(); });
        const std::stop_callback whenClosing(closing, [&either] { either.request_stop(); });
        return sha256Of(held->file->handle(), either.get_token());
    });
}

Async<QImage> WorkerPool::render(const RenderRequest &request, std::stop_token stop)
{
    const auto document = known(request.document, request.page);
    if (!document)
        return ready<QImage>(tl::make_unexpected(document.error()));
    if (!(request.dpi > 0) || request.rotation % 90 != 0 || request.rotation < 0 || request.rotation >= 360)
        return ready<QImage>(fail(ErrorCode::InvalidInput, u"resolution or rotation"_s));
    if (!areStates(request.layers))
        return ready<QImage>(fail(ErrorCode::InvalidInput, u"layers"_s));
    const QRect area = pictureArea(document->info.pageSizes[static_cast<size_t>(request.page - 1)], request);
    if (area.isEmpty())
        return ready<QImage>(fail(ErrorCode::InvalidInput, u"the region is not on the page"_s));
    const qint64 pixels = static_cast<qint64>(area.width()) * area.height();
    if (pixels > m_options.mostPixels)
        return ready<QImage>(fail(ErrorCode::LimitReached, u"%1 pixels"_s.arg(pixels)));
    const auto job = std::make_shared<Job>();
    job->priority = request.priority;
    job->document = document->file;
    job->question = MessageType::Render;
    job->answer = MessageType::Rendered;
    job->body = pack(RenderCall{request.document, request.page, request.dpi, request.rotation, area, area.width() * 4,
                                request.layers});
    job->picture = area.size();
    job->patience = m_options.deadline;
    return submit<QImage>(job, stop, [asked = std::weak_ptr(job)](const QByteArray &) -> Result<QImage> {
        const JobPointer answered = asked.lock();
        return answered->memories->wrap(answered->memory, answered->picture);
    });
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
            // A text layer is surer than OCR: it gives way only where it misses most of the page.
            return ready<PageText>(lettersOf(scan) > 2 * lettersOf(layer) ? scan : layer);
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

Async<std::vector<CompactPage>> WorkerPool::index(const IndexRequest &request, std::stop_token stop)
{
    using Pages = std::vector<CompactPage>;
    const auto found = known(request.document, request.first);
    if (!found)
        return ready<Pages>(tl::make_unexpected(found.error()));
    const int pages = std::clamp(request.pages, 1, found->info.pages() - request.first + 1);
    const auto job = std::make_shared<Job>();
    job->priority = request.urgent ? priorityOfUrgentIndex : priorityOfIndex;
    job->document = found->file;
    job->question = MessageType::ReadIndex;
    job->answer = MessageType::IndexRead;
    job->body = pack(IndexCall{request.document, request.first, pages, indexTurn});
    job->patience = m_options.deadline;
    job->yields = true;
    return submit<Pages>(job, stop, [first = request.first, pages](const QByteArray &body) {
        return bodyOf<Pages>(body).and_then([first, pages](Pages read) -> Result<Pages> {
            int expected = first;
            for (const CompactPage &page : read) {
                if (page.page != expected++ || expected > first + pages)
                    return fail(ErrorCode::WorkerLost, u"other pages than those asked for"_s);
            }
            return read;
        });
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

std::vector<qint64> WorkerPool::processIds() const
{
    return m_dispatcher.processIds();
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

} // namespace core
