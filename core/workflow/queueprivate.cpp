// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/queueprivate.h"

#include "core/base/logging.h"
#include "core/workflow/outcome.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace core {
namespace {

constexpr auto storeRetry = 5s;

// Why a connection's document can't be sent at all.
Result<> findEngine(EngineSource &engines, const QString &id, QueueJob &job)
{
    if (id == "local"_L1)
        return {};
    for (const Connection &connection : engines.connections()) {
        if (connection.id == id)
            job.connection = connection;
    }
    job.engine = engines.engine(id);
    if (!job.engine || !job.connection)
        return fail(ErrorCode::NotFound, "no connection named "_L1 + id);
    return {};
}

} // namespace

Queue::Private::Private(Queue &owner, Store &givenStore, EngineSource &givenEngines, const Clock &givenClock,
                        Extractor givenExtractor, Timer givenTimer)
    : q(owner)
    , store(givenStore)
    , engines(givenEngines)
    , clock(givenClock)
    , extractor(std::move(givenExtractor))
    , timer(std::move(givenTimer))
{
}

void Queue::Private::load()
{
    whenDone(store.documents(partition), &q,
             [this, asked = generation](const Result<std::vector<DocumentRow>> &answer) {
                 if (asked != generation)
                     return;
                 if (answer) {
                     take(*answer);
                     return;
                 }
                 emit q.storageFailed(answer.error(), QString());
                 timer(storeRetry, &q, [this, asked] {
                     if (asked == generation)
                         load();
                 });
             });
}

void Queue::Private::take(std::vector<DocumentRow> loadedRows)
{
    rows = std::move(loadedRows);
    recover();
}

// What ran when the program ended is waiting again: one after the other, then the rows are announced.
void Queue::Private::recover()
{
    const auto left = std::find_if(rows.begin(), rows.end(),
                                   [](const DocumentRow &row) { return row.state == DocumentState::Running; });
    if (left != rows.end()) {
        DocumentRow row = *left;
        row.state = DocumentState::Waiting;
        whenDone(store.update(partition, row), &q, [this, row, asked = generation](const Result<> &kept) {
            if (asked != generation)
                return;
            if (!kept)
                emit q.storageFailed(kept.error(), row.name);
            if (DocumentRow *mine = find(row.id))
                *mine = row;
            recover();
        });
        return;
    }
    loaded = true;
    emit q.loaded();
    for (const auto &[files, options] : std::exchange(early, {}))
        q.add(files, options);
    startWaiting();
}

void Queue::Private::addOne(const QString &file, const AddOptions &options)
{
    const QString path = QFileInfo(file).absoluteFilePath();
    const auto same = std::find_if(rows.begin(), rows.end(), [&path](const DocumentRow &row) {
        return row.file == path && (row.state == DocumentState::Waiting || row.state == DocumentState::Running);
    });
    if (same != rows.end()) {
        emit q.added(same->id);
        return;
    }
    if (!adding.insert(path).second)
        return; // its row is announced in a moment
    DocumentRow row;
    row.file = path;
    row.name = QFileInfo(path).fileName();
    row.engine = options.engine;
    row.schema = options.schema;
    row.addedAt = clock.now();
    whenDone(store.add(partition, row), &q,
             [this, path, name = row.name, password = options.password,
              asked = generation](const Result<DocumentRow> &kept) {
                 if (asked != generation)
                     return;
                 adding.erase(path);
                 if (!kept) {
                     emit q.storageFailed(kept.error(), name);
                     return;
                 }
                 rows.push_back(*kept);
                 if (!password.isEmpty())
                     passwords[kept->id] = password;
                 emit q.added(kept->id);
                 startWaiting();
             });
}

bool Queue::Private::mayStart(const DocumentRow &row) const
{
    return row.state == DocumentState::Waiting && !jobs.contains(row.id) && !resting.contains(row.id)
        && !changing.contains(row.id);
}

void Queue::Private::startWaiting()
{
    while (loaded && static_cast<int>(jobs.size()) < parallel) {
        const auto next =
            std::find_if(rows.begin(), rows.end(), [this](const DocumentRow &row) { return mayStart(row); });
        if (next == rows.end())
            return;
        start(*next);
    }
}

void Queue::Private::start(const DocumentRow &waiting)
{
    DocumentRow row = waiting;
    row.state = DocumentState::Running;
    ++row.attempts;
    row.errorCode.clear();
    row.errorDetail.clear();
    const auto job = std::make_shared<QueueJob>();
    jobs[row.id] = job;
    whenDone(store.update(partition, row), &q, [this, row, job, asked = generation](const Result<> &kept) {
        if (asked != generation)
            return;
        if (!kept) {
            jobs.erase(row.id);
            if (find(row.id)) {
                emit q.storageFailed(kept.error(), row.name);
                restThenTryAgain(row.id, storeRetry);
            }
            startWaiting();
            return;
        }
        if (find(row.id))
            show(row);
        if (job->fate != QueueJob::Fate::Keep || !find(row.id))
            finish(row.id, job, fail(ErrorCode::Cancelled));
        else
            run(row, job);
    });
}

Result<ExtractOptions> Queue::Private::optionsFor(const DocumentRow &row) const
{
    ExtractOptions options;
    options.schemas = schemas;
    options.threshold = threshold;
    if (const auto password = passwords.find(row.id); password != passwords.end())
        options.password = password->second;
    if (row.schema.isEmpty())
        return options;
    const auto named =
        std::find_if(schemas.begin(), schemas.end(), [&row](const Schema &schema) { return schema.id == row.schema; });
    if (named == schemas.end())
        return fail(ErrorCode::NotFound, "no schema named "_L1 + row.schema);
    options.schema = *named;
    return options;
}

void Queue::Private::run(const DocumentRow &row, const std::shared_ptr<QueueJob> &job)
{
    const auto options = optionsFor(row);
    const auto found = findEngine(engines, row.engine, *job);
    if (!options || !found) {
        finish(row.id, job, tl::make_unexpected(options ? found.error() : options.error()));
        return;
    }
    job->password = options->password;
    qCInfo(lcWorkflow) << "document" << row.id << "starts with engine" << row.engine;
    const auto progress = [this, id = row.id, weak = std::weak_ptr(job)](ExtractProgress now) {
        const auto mine = weak.lock();
        if (!mine || jobOf(id) != mine)
            return;
        mine->progress = now;
        emit q.changed(id);
    };
    const auto answer = extractor(job->engine.get(), job->connection ? &*job->connection : nullptr, row.file, *options,
                                  &q, job->stop.get_token(), progress);
    // The job is held even when nobody waits any more: the engine in it is still in use.
    whenDone(answer, &q, [this, id = row.id, job, asked = generation](const Result<Extraction> &result) {
        if (asked == generation)
            finish(id, job, result);
    });
}

DocumentRow Queue::Private::afterJob(DocumentRow row, const QueueJob &job, const Result<Extraction> &result)
{
    if (job.fate == QueueJob::Fate::Cancel) {
        row.state = DocumentState::Cancelled;
        return row;
    }
    if (job.fate == QueueJob::Fate::Again) {
        row.state = DocumentState::Waiting;
        row.engine = job.nextEngine;
        row.schema = job.nextSchema;
        return row;
    }
    if (result) {
        tries.erase(row.id);
        return withExtraction(std::move(row), *result);
    }
    if (result.error().code == ErrorCode::PasswordNeeded && passwords[row.id] != job.password) {
        row.state = DocumentState::Waiting; // it came while this was on its way without it
        return row;
    }
    const int tried = ++tries[row.id];
    const auto wait = waitBeforeNextTry(result.error(), tried);
    row = withError(std::move(row), result.error());
    if (wait) {
        row.state = DocumentState::Waiting;
        restThenTryAgain(row.id, *wait);
    }
    return row;
}

void Queue::Private::finish(qint64 id, const std::shared_ptr<QueueJob> &job, const Result<Extraction> &result)
{
    const DocumentRow *row = find(id);
    if (!row) {
        jobs.erase(id);
        startWaiting();
        return;
    }
    if (!result)
        qCInfo(lcWorkflow) << "document" << id << "failed:" << toString(result.error().code);
    keepOutcome(afterJob(*row, *job, result), job, 0);
}

// The disk may refuse for a while; what was worked out, or paid for, is offered to it again until it takes it.
void Queue::Private::keepOutcome(const DocumentRow &row, const std::shared_ptr<QueueJob> &job, int refused)
{
    const auto keep = [this, row, job, refused, fate = job->fate, asked = generation](const Result<> &kept) {
        if (asked != generation)
            return;
        if (kept || kept.error().code == ErrorCode::NotFound || !find(row.id)) {
            jobs.erase(row.id);
            if (find(row.id))
                show(row);
            if (job->fate != fate)
                follow(row.id, *job);
            startWaiting();
            return;
        }
        if (refused == 0)
            emit q.storageFailed(kept.error(), row.name);
        timer(storeRetry, &q, [this, row, job, refused, asked] {
            if (asked == generation)
                keepOutcome(row, job, refused + 1);
        });
    };
    whenDone(store.update(partition, row), &q, keep);
}

// What a person wanted of a document while its outcome was already on its way to the disk.
void Queue::Private::follow(qint64 id, const QueueJob &job)
{
    if (job.fate == QueueJob::Fate::Again)
        q.extractAgain(id, job.nextEngine, job.nextSchema);
    else if (job.fate == QueueJob::Fate::Cancel)
        q.cancel(id);
}

void Queue::Private::restThenTryAgain(qint64 id, std::chrono::milliseconds wait)
{
    const int rest = ++rests;
    resting[id] = {rest, clock.now().addMSecs(wait.count())};
    timer(wait, &q, [this, id, rest] {
        const auto found = resting.find(id);
        if (found == resting.end() || found->second.number != rest)
            return;
        resting.erase(found);
        startWaiting();
    });
}

void Queue::Private::change(const DocumentRow &row)
{
    changing.insert(row.id);
    whenDone(store.update(partition, row), &q, [this, row, asked = generation](const Result<> &kept) {
        if (asked != generation)
            return;
        changing.erase(row.id);
        if (!kept)
            emit q.storageFailed(kept.error(), row.name);
        else if (find(row.id))
            show(row);
        startWaiting();
    });
}

void Queue::Private::show(const DocumentRow &row)
{
    DocumentRow *mine = find(row.id);
    *mine = row;
    mine->extraction.clear(); // rows are without it: a thousand documents must not be held in memory
    emit q.changed(row.id);
}

DocumentRow *Queue::Private::find(qint64 id)
{
    const auto found = std::find_if(rows.begin(), rows.end(), [id](const DocumentRow &row) { return row.id == id; });
    return found == rows.end() ? nullptr : &*found;
}

std::shared_ptr<QueueJob> Queue::Private::jobOf(qint64 id) const
{
    const auto found = jobs.find(id);
    return found == jobs.end() ? nullptr : found->second;
}

} // namespace core
