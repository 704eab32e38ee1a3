// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapters/pageworker/job.h"
#include "core/adapters/pageworker/workerprocess.h"

#include <QElapsedTimer>
#include <QTimer>

#include <set>

namespace core {

// One worker and the job it is at: opens the job's document first where the worker has not seen it, and watches the
// clock.
class WorkerSession : public QObject
{
    Q_OBJECT

public:
    explicit WorkerSession(std::unique_ptr<WorkerProcess> process);

    [[nodiscard]] bool isIdle() const { return !m_job && !m_ending && m_closing == 0; }
    [[nodiscard]] bool isEnding() const { return m_ending; } // of no more use
    [[nodiscard]] bool hasOpen(DocumentHandle document) const { return m_open.contains(document); }
    [[nodiscard]] const JobPointer &job() const { return m_job; }
    [[nodiscard]] qint64 pid() const { return m_process->pid(); }
    void run(const JobPointer &job);
    // Its answer is no longer wanted: the worker may say so soon, and is killed when it does not.
    void giveUp(std::chrono::milliseconds grace);
    void hurry(std::chrono::milliseconds grace); // its answer is to end here; for jobs that yield
    void close(DocumentHandle document);
    void attend() { m_process->attend(); }

signals:
    void finished(const core::JobPointer &job, const core::Result<QByteArray> &result);
    void freed(); // can take another job, or leaves its place to another worker
    // The process is gone. error: why, for the job it was at (null: none); another attempt may do better unless it is
    // Timeout.
    void lost(const core::JobPointer &job, const core::Error &error);

private:
    void take(const Frame &frame);
    void ask();
    void takeClosed();
    void finish(const Result<QByteArray> &result);
    void runOutOfTime();
    void end(Error error);
    void reportLoss(int exitCode);

    std::unique_ptr<WorkerProcess> m_process;
    std::shared_ptr<PictureMemory> m_memories = std::make_shared<PictureMemory>();
    std::set<DocumentHandle> m_open;
    JobPointer m_job;
    bool m_opening = false;
    bool m_closesWhenOpen = false;
    int m_closing = 0; // documents that it has not said to have closed yet
    bool m_givenUp = false;
    bool m_hurried = false;
    bool m_isHalfWay = false;
    bool m_ending = false; // killed, and not gone yet
    std::optional<Error> m_reason; // why we ended it
    QTimer m_deadline;
    QTimer m_closingDeadline; // without a job
    QElapsedTimer m_clock;
    std::chrono::nanoseconds m_cpuBefore{};
};

} // namespace core
