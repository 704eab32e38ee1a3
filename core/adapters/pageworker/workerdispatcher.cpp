// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/pageworker/workerdispatcher.h"

#include "core/adapters/pageworker/workersession.h"
#include "core/adapters/pageworker/workerstart.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr int mostAttempts = 2;
constexpr int mostHeld = 8; // workers that were killed and are not gone

bool isBackground(const Job &job)
{
    return job.priority >= WorkerDispatcher::backgroundPriority && job.question != MessageType::Render;
}

} // namespace

WorkerDispatcher::WorkerDispatcher(PoolOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
{
    m_idle.setSingleShot(true);
    m_idle.setInterval(m_options.idleTime);
    connect(&m_idle, &QTimer::timeout, this, &WorkerDispatcher::endIdle);
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, &WorkerDispatcher::dispatch);
    for (int worker = 0; worker < m_options.ready; ++worker)
        (void)startSession(); // what is wrong is said to whoever asks something of it
}

WorkerDispatcher::~WorkerDispatcher()
{
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

void WorkerDispatcher::enqueue(const JobPointer &job, const std::stop_token &stop)
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

void WorkerDispatcher::cancel(quint64 id)
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

void WorkerDispatcher::close(DocumentHandle document)
{
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

void WorkerDispatcher::rest(std::chrono::milliseconds time)
{
    const auto isOver = [this](const QElapsedTimer &since) { return since.elapsed() >= m_options.longestRest.count(); };
    if (m_working.isValid() && !isOver(m_working))
        return;
    if (!m_rest.isActive())
        m_resting.start();
    m_rest.start(time);
    if (!isOver(m_resting))
        return;
    m_rest.stop();
    m_working.start();
    dispatch();
}

void WorkerDispatcher::attend()
{
    for (std::size_t i = 0; i < m_sessions.size(); ++i) // an answer may lead to another session
        m_sessions[i]->attend();
}

std::vector<qint64> WorkerDispatcher::processIds() const
{
    std::vector<qint64> ids;
    for (const auto &session : m_sessions)
        ids.push_back(session->pid());
    return ids;
}

void WorkerDispatcher::dispatch()
{
    for (size_t next = 0; next < m_waiting.size() && !m_rest.isActive();) {
        const JobPointer job = m_waiting[next];
        if (!mayStart(*job)) {
            ++next;
            continue;
        }
        WorkerSession *session = sessionFor(*job);
        if (!session) {
            if (!mayStartAnother())
                return makeRoomFor(*job); // all are at work
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
    if (m_options.idleTime.count() > 0)
        m_idle.start(); // from the last time that anything happened
}

// Somebody who is at what can end at any time ends it.
void WorkerDispatcher::makeRoomFor(const Job &job)
{
    for (const auto &session : m_sessions) {
        const JobPointer &running = session->job();
        if (running && running->yields && running->priority > job.priority)
            return session->hurry(m_options.grace);
    }
}

void WorkerDispatcher::endIdle()
{
    std::erase_if(m_sessions, [](const auto &session) { return session->isIdle(); });
}

bool WorkerDispatcher::mayStart(const Job &job) const
{
    if (!isBackground(job))
        return true;
    return std::ranges::count_if(m_sessions,
                                 [](const auto &session) { return session->job() && isBackground(*session->job()); })
        < m_options.background;
}

WorkerSession *WorkerDispatcher::sessionFor(const Job &job)
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

// One that was killed may be held by a disk that says nothing; others take its place, but not without end.
bool WorkerDispatcher::mayStartAnother() const
{
    const auto sessions = static_cast<int>(m_sessions.size());
    const auto ending =
        static_cast<int>(std::ranges::count_if(m_sessions, [](const auto &session) { return session->isEnding(); }));
    return sessions - ending < m_options.workers && ending <= mostHeld;
}

Result<WorkerSession *> WorkerDispatcher::startSession()
{
    auto process = startWorker(m_options);
    if (!process)
        return tl::make_unexpected(std::move(process).error());
    return adopt(*std::move(process));
}

WorkerSession *WorkerDispatcher::adopt(std::unique_ptr<WorkerProcess> process)
{
    auto session = std::make_unique<WorkerSession>(std::move(process));
    WorkerSession *started = session.get();
    connect(started, &WorkerSession::finished, this, &WorkerDispatcher::conclude);
    connect(started, &WorkerSession::freed, this, &WorkerDispatcher::dispatch);
    connect(started, &WorkerSession::lost, this,
            [this, started](const JobPointer &job, const Error &error) { lose(started, job, error); });
    m_sessions.push_back(std::move(session));
    return started;
}

void WorkerDispatcher::lose(WorkerSession *session, const JobPointer &job, const Error &error)
{
    const auto found = std::ranges::find(m_sessions, session, &std::unique_ptr<WorkerSession>::get);
    if (found != m_sessions.end()) {
        found->release()->deleteLater(); // it is the sender
        m_sessions.erase(found);
    }
    // Who yields is asked again by whoever wants the rest.
    if (job && !job->yields && job->attempts < mostAttempts && error.code != ErrorCode::Timeout)
        m_waiting.insert(m_waiting.begin(), job);
    else if (job)
        conclude(job, tl::make_unexpected(error));
    emit workerLost();
    dispatch();
}

void WorkerDispatcher::conclude(const JobPointer &job, Result<QByteArray> result)
{
    if (auto done = std::exchange(job->done, {}))
        done(std::move(result));
    job->onStop.reset();
}

} // namespace core
