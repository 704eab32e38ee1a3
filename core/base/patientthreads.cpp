// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/patientthreads.h"

#include <mutex>
#include <vector>

namespace core {
namespace {

// Never destroyed: the destructor of a pool waits for its threads. They end with the process at the latest.
void abandon(std::unique_ptr<QThreadPool> pool)
{
    static std::mutex mutex;
    static auto *abandoned = new std::vector<std::unique_ptr<QThreadPool>>;
    const std::scoped_lock lock(mutex);
    abandoned->push_back(std::move(pool));
}

} // namespace

PatientThreads::PatientThreads(int most)
    : m_pool(std::make_unique<QThreadPool>())
{
    m_pool->setMaxThreadCount(most);
}

PatientThreads::~PatientThreads()
{
    m_pool->clear();
    if (!m_pool->waitForDone(0))
        abandon(std::move(m_pool));
}

} // namespace core
