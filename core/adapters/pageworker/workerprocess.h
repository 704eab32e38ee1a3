// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapters/pageworker/descriptor.h"
#include "core/adapters/pageworker/frame.h"
#include "core/adapters/pageworker/sharedmemory.h"
#include "core/base/result.h"

#include <QObject>
#include <QStringList>

#include <chrono>
#include <memory>

class QSocketNotifier;

namespace core {

struct WorkerCommand {
    QString program;
    QStringList arguments;
};

// One page worker: its process and our end of its socket. Never waits for it, except for the moment in which a killed
// one disappears when this object does; one that takes longer is let go.
class WorkerProcess : public QObject
{
    Q_OBJECT

public:
    // Error: WorkerLost, when it cannot be started.
    [[nodiscard]] static Result<std::unique_ptr<WorkerProcess>> start(const WorkerCommand &command);

    ~WorkerProcess() override;

    // False: it cannot take it, and is of no more use.
    [[nodiscard]] bool send(const Frame &frame, int fd = -1) const;
    void giveUp(quint64 request) const; // it may still answer
    void listen(); // from then on its signals come, on a thread with an event loop
    void attend(); // takes what it has said already
    void kill() const;
    [[nodiscard]] qint64 pid() const { return m_pid; }
    [[nodiscard]] std::chrono::nanoseconds cpuTime() const;

signals:
    void answered(const core::Frame &frame);
    void ended(int exitCode); // less than 0: minus the signal that killed it. It comes once, and nothing after it

private:
    WorkerProcess(int pid, Descriptor process, Descriptor socket, SharedMemory control);
    enum class Reading { Some, NothingYet, Ended };
    void read();
    Reading readSome();
    void reap();

    int m_pid;
    Descriptor m_process; // readable once it has ended
    Descriptor m_socket;
    SharedMemory m_control;
    FrameReader m_reader;
    std::unique_ptr<QSocketNotifier> m_readable;
    std::unique_ptr<QSocketNotifier> m_endedNotifier;
    bool m_reaped = false;
};

} // namespace core
