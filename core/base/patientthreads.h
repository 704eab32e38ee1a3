// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThreadPool>

#include <memory>

namespace core {

// Threads for what a file system may not answer for a long time, if ever: a share of the network whose server is gone.
// Nobody waits for them when they are no longer needed.
class PatientThreads
{
public:
    explicit PatientThreads(int most = 32);
    PatientThreads(const PatientThreads &) = delete;
    PatientThreads &operator=(const PatientThreads &) = delete;
    // What has not begun never will; what has goes on by itself, and must not need anything of the caller's.
    ~PatientThreads();

    [[nodiscard]] QThreadPool *pool() const { return m_pool.get(); }
    // False: not all is done after so many milliseconds.
    bool waitForDone(int milliseconds) { return m_pool->waitForDone(milliseconds); }

private:
    std::unique_ptr<QThreadPool> m_pool;
};

} // namespace core
