// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/pageworker/workersession.h"

#include "core/adapters/pageworker/exitcodes.h"
#include "core/adapters/pageworker/protocol.h"
#include "core/base/logging.h"

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

// For a document to be closed: on a share whose server is gone even that takes forever, and somebody may be waiting.
constexpr std::chrono::milliseconds timeToClose{400};

Error errorOf(int exitCode)
{
    if (exitCode == exitOutOfMemory)
        return {ErrorCode::LimitReached, u"the page worker ran out of memory"_s};
    return {ErrorCode::WorkerLost,
            exitCode < 0 ? u"the page worker was ended by signal %1"_s.arg(-exitCode)
                         : u"the page worker ended with code %1"_s.arg(exitCode)};
}

} // namespace

WorkerSession::WorkerSession(std::unique_ptr<WorkerProcess> process)
    : m_process(std::move(process))
{
    m_process->listen();
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &WorkerSession::runOutOfTime);
    m_closingDeadline.setSingleShot(true);
    m_closingDeadline.setInterval(timeToClose);
    connect(&m_closingDeadline, &QTimer::timeout, this, [this] {
        end({ErrorCode::WorkerLost, u"the page worker does not let go of a document"_s});
        emit freed(); // another may take its place, even if it is not gone so soon
    });
    connect(m_process.get(), &WorkerProcess::answered, this, &WorkerSession::take);
    connect(m_process.get(), &WorkerProcess::ended, this, &WorkerSession::reportLoss);
}

void WorkerSession::run(const JobPointer &job)
{
    using namespace std::chrono;
    m_job = job;
    m_givenUp = false;
    m_hurried = false;
    ++job->attempts;
    const auto now = steady_clock::now();
    if (!job->due)
        job->due = now + job->patience;
    const auto left = std::max(100ms, ceil<milliseconds>(*job->due - now));
    // A first attempt is looked at half way, so that there is time for another if the worker has not moved.
    m_isHalfWay = job->attempts == 1;
    m_deadline.start(m_isHalfWay ? left / 2 : left);
    m_clock.start();
    m_cpuBefore = m_process->cpuTime();
    m_opening = !hasOpen(job->document->handle);
    m_closesWhenOpen = false;
    if (!m_opening)
        return ask();
    const OpenFile &document = *job->document;
    const OpenCall call{document.handle, document.mimeType, document.password.reveal(),
                        job->question == MessageType::Open, document.look};
    if (!m_process->send({MessageType::Open, job->id, pack(call)}, document.file->handle()))
        end({ErrorCode::WorkerLost, u"the page worker does not listen"_s});
}

void WorkerSession::giveUp(std::chrono::milliseconds grace)
{
    if (!m_job || m_ending)
        return;
    m_givenUp = true;
    m_process->giveUp(m_job->id);
    m_deadline.start(grace);
}

void WorkerSession::hurry(std::chrono::milliseconds grace)
{
    if (!m_job || !m_job->yields || m_ending || std::exchange(m_hurried, true))
        return;
    m_process->giveUp(m_job->id);
    if (m_deadline.remainingTimeAsDuration() > grace)
        m_deadline.start(grace);
}

void WorkerSession::close(DocumentHandle document)
{
    if (m_opening && m_job && m_job->document->handle == document)
        m_closesWhenOpen = true;
    if (m_open.erase(document) == 0 || m_ending)
        return;
    if (!m_process->send({MessageType::Close, 0, pack(CloseCall{document})}))
        return end({ErrorCode::WorkerLost, u"the page worker does not listen"_s});
    ++m_closing;
    if (!m_job)
        m_closingDeadline.start();
}

void WorkerSession::takeClosed()
{
    if (m_closing == 0)
        return end({ErrorCode::WorkerLost, u"the page worker closed what nobody asked it to"_s});
    if (--m_closing > 0)
        return;
    m_closingDeadline.stop();
    if (!m_job)
        emit freed();
}

void WorkerSession::ask()
{
    m_job->memory.reset(); // of a worker that was lost
    if (!m_job->picture.isEmpty()) {
        const qint64 pixels = static_cast<qint64>(m_job->picture.width()) * m_job->picture.height();
        m_job->memories = m_memories;
        m_job->memory = m_memories->take(pixels * 4);
        if (!m_job->memory->isValid())
            return finish(fail(ErrorCode::LimitReached, u"no memory for the picture"_s));
    }
    if (!m_process->send({m_job->question, m_job->id, m_job->body}, m_job->memory ? m_job->memory->descriptor() : -1))
        end({ErrorCode::WorkerLost, u"the page worker does not listen"_s});
}

void WorkerSession::take(const Frame &frame)
{
    if (m_ending)
        return;
    if (frame.type == MessageType::Close)
        return takeClosed();
    if (!m_job || frame.request != m_job->id)
        return end({ErrorCode::WorkerLost, u"the page worker answered what nobody asked"_s});
    if (frame.type == MessageType::Failed) {
        const auto answer = unpack<FailedAnswer>(frame.body);
        return answer ? finish(fail(answer->code, answer->detail))
                      : end({ErrorCode::WorkerLost, u"malformed answer"_s});
    }
    if (m_opening && frame.type == MessageType::Opened) {
        m_opening = false;
        const DocumentHandle document = m_job->document->handle;
        m_open.insert(document);
        // Nobody will ever name a document again that was closed meanwhile, or that nobody waited for.
        if (m_closesWhenOpen || (m_givenUp && m_job->question == MessageType::Open))
            close(document);
        if (m_ending)
            return;
        if (m_job->question == MessageType::Open || m_givenUp)
            return finish(frame.body);
        return ask();
    }
    if (m_opening || frame.type != m_job->answer)
        return end({ErrorCode::WorkerLost, u"the page worker gave another answer than was asked for"_s});
    finish(frame.body);
}

void WorkerSession::finish(const Result<QByteArray> &result)
{
    m_deadline.stop();
    const JobPointer job = std::exchange(m_job, {});
    if (m_closing > 0)
        m_closingDeadline.start();
    if (!m_givenUp)
        emit finished(job, result);
    emit freed();
}

void WorkerSession::runOutOfTime()
{
    using namespace std::chrono;
    // One that was stopped or starved is not the document's fault.
    const auto worked = duration_cast<milliseconds>(m_process->cpuTime() - m_cpuBefore);
    const bool standsStill = !m_givenUp && worked < milliseconds(m_clock.elapsed()) / 50;
    if (m_isHalfWay && !m_givenUp && !m_hurried && !standsStill) {
        m_isHalfWay = false;
        m_deadline.start(std::max(0ms, ceil<milliseconds>(*m_job->due - steady_clock::now())));
        return;
    }
    qCWarning(lcPages) << "page worker" << pid() << "overran its time after" << m_clock.elapsed()
                       << "ms, of which it ran" << worked.count();
    end(standsStill ? Error{ErrorCode::WorkerLost, u"the page worker stands still"_s}
                    : Error{ErrorCode::Timeout, u"the page took too long"_s});
}

void WorkerSession::end(Error error)
{
    if (m_ending)
        return;
    m_ending = true;
    m_reason = std::move(error);
    m_deadline.stop();
    m_closingDeadline.stop();
    m_process->kill();
}

void WorkerSession::reportLoss(int exitCode)
{
    m_ending = true;
    m_deadline.stop();
    m_closingDeadline.stop();
    const Error error = m_reason ? *m_reason : errorOf(exitCode);
    qCWarning(lcPages) << "page worker" << pid() << "is gone:" << error.detail;
    const JobPointer job = std::exchange(m_job, {});
    emit lost(m_givenUp ? nullptr : job, error);
}

} // namespace core
