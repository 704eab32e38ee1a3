// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/queue.h"

#include <map>
#include <set>

namespace core {

// A document being extracted. Lives until its answer came, also when nobody waits for it any more.
struct QueueJob {
    enum class Fate { Keep, Cancel, Again };
    Fate fate = Fate::Keep;
    QString nextEngine; // Again
    QString nextSchema;
    std::stop_source stop;
    ExtractProgress progress;
    Secret password; // that it was started with
    std::shared_ptr<Engine> engine;
    std::optional<Connection> connection;
};

class Queue::Private
{
public:
    Private(Queue &owner, Store &givenStore, EngineSource &givenEngines, const Clock &givenClock,
            Extractor givenExtractor, Timer givenTimer);

    void load();
    void take(std::vector<DocumentRow> loadedRows);
    void recover();
    void startWaiting();
    void addOne(const QString &file, const AddOptions &options);

    void start(const DocumentRow &row);
    void run(const DocumentRow &row, const std::shared_ptr<QueueJob> &job);
    void finish(qint64 id, const std::shared_ptr<QueueJob> &job, const Result<Extraction> &result);
    [[nodiscard]] DocumentRow afterJob(DocumentRow row, const QueueJob &job, const Result<Extraction> &result);
    void keepOutcome(const DocumentRow &row, const std::shared_ptr<QueueJob> &job, int refused);
    void follow(qint64 id, const QueueJob &job);
    void restThenTryAgain(qint64 id, std::chrono::milliseconds wait);

    void change(const DocumentRow &row); // what a person asked for: stored, then shown
    void show(const DocumentRow &row);
    [[nodiscard]] DocumentRow *find(qint64 id);
    [[nodiscard]] std::shared_ptr<QueueJob> jobOf(qint64 id) const;
    [[nodiscard]] bool mayStart(const DocumentRow &row) const;
    [[nodiscard]] Result<ExtractOptions> optionsFor(const DocumentRow &row) const;

    struct Rest {
        int number = 0; // a later rest of the same document has another
        QDateTime until;
    };

    Queue &q;
    Store &store;
    EngineSource &engines;
    const Clock &clock;
    Extractor extractor;
    Timer timer;

    std::vector<Schema> schemas;
    int parallel = 2;
    double threshold = ExtractOptions().threshold;
    Partition partition;
    bool loaded = false;
    int generation = 0; // answers of an earlier partition are none of this one's
    std::vector<DocumentRow> rows;
    std::map<qint64, std::shared_ptr<QueueJob>> jobs;
    std::map<qint64, Secret> passwords;
    std::map<qint64, int> tries; // by itself, since a person last said so
    std::map<qint64, Rest> resting; // while it waits for its next try
    int rests = 0;
    std::set<qint64> changing; // a person's change is on its way to the disk
    std::set<QString> adding;
    std::vector<std::pair<QStringList, AddOptions>> early; // added before loaded
};

} // namespace core
