// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapters/pageworker/job.h"
#include "core/adapters/pageworker/pooloptions.h"
#include "core/adapters/pageworker/workerprocess.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <vector>

namespace core {

class WorkerSession;

// Gives jobs to workers, the most urgent first, one at a time to each. Starts workers as they are needed and replaces
// those that are lost; a job whose worker was lost gets one more attempt.
class WorkerDispatcher : public QObject
{
    Q_OBJECT

public:
    // Jobs from this priority on may not take all workers (PoolOptions::background), except for pictures.
    static constexpr int backgroundPriority = 20;

    // The options are complete: no zeros in them.
    explicit WorkerDispatcher(PoolOptions options, QObject *parent = nullptr);
    ~WorkerDispatcher() override; // unfinished jobs end as Cancelled

    void enqueue(const JobPointer &job, const std::stop_token &stop);
    void close(DocumentHandle document);
    WorkerSession *adopt(std::unique_ptr<WorkerProcess> process); // one more, with nothing to do yet
    void rest(std::chrono::milliseconds time); // begins nothing for so long, nor longer than the options allow
    void attend(); // to what has been answered: at once, where the event loop does not run yet
    [[nodiscard]] std::vector<qint64> processIds() const;

signals:
    void workerLost();

private:
    void cancel(quint64 id);
    void dispatch();
    [[nodiscard]] bool mayStart(const Job &job) const;
    void makeRoomFor(const Job &job);
    [[nodiscard]] WorkerSession *sessionFor(const Job &job);
    [[nodiscard]] bool mayStartAnother() const;
    [[nodiscard]] Result<WorkerSession *> startSession();
    void endIdle();
    void lose(WorkerSession *session, const JobPointer &job, const Error &error);
    static void conclude(const JobPointer &job, Result<QByteArray> result);

    PoolOptions m_options;
    std::vector<std::unique_ptr<WorkerSession>> m_sessions;
    std::vector<JobPointer> m_waiting; // the next one first
    QTimer m_idle;
    QTimer m_rest;
    QElapsedTimer m_resting; // since it began to
    QElapsedTimer m_working; // since it has rested long enough
    quint64 m_lastJob = 0;
};

} // namespace core
