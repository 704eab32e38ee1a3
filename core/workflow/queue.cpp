// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/queue.h"

#include "core/workflow/queueprivate.h"

#include <algorithm>

namespace core {

Queue::Queue(Store &store, EngineSource &engines, const Clock &clock, Extractor extractor, Timer timer, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, store, engines, clock, std::move(extractor), std::move(timer)))
{
}

Queue::~Queue()
{
    for (const auto &[id, job] : d->jobs)
        job->stop.request_stop();
}

void Queue::setSchemas(std::vector<Schema> schemas)
{
    d->schemas = std::move(schemas);
}

void Queue::setThreshold(double certainty)
{
    d->threshold = certainty;
}

void Queue::setParallel(int documents)
{
    d->parallel = std::max(0, documents);
    d->startWaiting();
}

void Queue::setPartition(const Partition &partition)
{
    for (const auto &[id, job] : d->jobs) {
        job->stop.request_stop();
        if (const DocumentRow *running = d->find(id)) {
            DocumentRow row = *running;
            row.state = DocumentState::Waiting;
            (void)d->store.update(d->partition, row); // if it fails, the next load does it
        }
    }
    ++d->generation;
    d->partition = partition;
    d->loaded = false;
    d->rows.clear();
    d->jobs.clear();
    d->passwords.clear();
    d->tries.clear();
    d->resting.clear();
    d->changing.clear();
    d->adding.clear();
    d->load();
}

Partition Queue::partition() const
{
    return d->partition;
}

void Queue::add(const QStringList &files, const AddOptions &options)
{
    if (d->generation == 0) { // whose they are is not known yet
        d->early.emplace_back(files, options);
        return;
    }
    for (const QString &file : files)
        d->addOne(file, options);
}

void Queue::retry(qint64 document)
{
    const DocumentRow *found = d->find(document);
    const bool ended = found && (found->state == DocumentState::Failed || found->state == DocumentState::Cancelled);
    const bool rests = found && d->resting.contains(document);
    if (!ended && !rests)
        return;
    d->tries.erase(document);
    d->resting.erase(document);
    DocumentRow row = *found;
    row.state = DocumentState::Waiting;
    row.errorCode.clear();
    row.errorDetail.clear();
    d->change(row);
}

void Queue::setPassword(qint64 document, const Secret &password)
{
    const DocumentRow *found = d->find(document);
    if (!found)
        return;
    d->passwords[document] = password;
    if (found->state == DocumentState::Failed)
        retry(document);
}

void Queue::extractAgain(qint64 document, const QString &engine, const QString &schema)
{
    const DocumentRow *found = d->find(document);
    if (!found)
        return;
    d->tries.erase(document);
    d->resting.erase(document);
    if (const auto job = d->jobOf(document)) {
        job->fate = QueueJob::Fate::Again;
        job->nextEngine = engine;
        job->nextSchema = schema;
        job->stop.request_stop();
        return;
    }
    DocumentRow row = *found;
    row.state = DocumentState::Waiting;
    row.engine = engine;
    row.schema = schema;
    d->change(row);
}

void Queue::cancel(qint64 document)
{
    if (const auto job = d->jobOf(document)) {
        job->fate = QueueJob::Fate::Cancel;
        job->stop.request_stop();
        return;
    }
    const DocumentRow *found = d->find(document);
    if (!found || found->state != DocumentState::Waiting)
        return;
    d->resting.erase(document);
    DocumentRow row = *found;
    row.state = DocumentState::Cancelled;
    d->change(row);
}

void Queue::remove(qint64 document)
{
    if (!d->find(document))
        return;
    if (const auto job = d->jobOf(document))
        job->stop.request_stop();
    whenDone(d->store.remove(d->partition, document), this,
             [this, document, asked = d->generation](const Result<> &gone) {
                 if (asked != d->generation || !d->find(document))
                     return;
                 if (!gone && gone.error().code != ErrorCode::NotFound) {
                     emit storageFailed(gone.error(), d->find(document)->name);
                     return;
                 }
                 std::erase_if(d->rows, [document](const DocumentRow &row) { return row.id == document; });
                 d->passwords.erase(document);
                 d->tries.erase(document);
                 d->resting.erase(document);
                 emit removed(document);
             });
}

void Queue::setReviewState(qint64 document, DocumentState state, int doubts)
{
    const DocumentRow *found = d->find(document);
    if (!found || d->jobs.contains(document) || found->state == DocumentState::Waiting)
        return;
    DocumentRow row = *found;
    row.state = state;
    row.doubts = doubts;
    d->change(row);
}

const std::vector<DocumentRow> &Queue::rows() const
{
    return d->rows;
}

const DocumentRow *Queue::row(qint64 document) const
{
    return d->find(document);
}

std::optional<QDateTime> Queue::nextTry(qint64 document) const
{
    const auto rest = d->resting.find(document);
    return rest == d->resting.end() ? std::nullopt : std::optional(rest->second.until);
}

ExtractProgress Queue::progress(qint64 document) const
{
    const auto job = d->jobOf(document);
    return job ? job->progress : ExtractProgress();
}

} // namespace core
