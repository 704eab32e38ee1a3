// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/view/renderqueue.h"

#include <QThread>

#include <algorithm>
#include <utility>

namespace ui {

namespace {

constexpr std::chrono::milliseconds soon{40}; // for what is being drawn to be done, or to stop
constexpr std::chrono::milliseconds unknown = 2 * soon;
constexpr std::size_t inReserve = 2; // small pictures that wait at the source, so that no worker waits for the next one

bool isSame(const RenderJob &a, const RenderJob &b)
{
    return a.key == b.key && a.isThumbnail == b.isThumbnail;
}

bool isSmall(const RenderJob &job)
{
    return job.isThumbnail && job.urgency != Urgency::Visible;
}

} // namespace

RenderQueue::RenderQueue(core::PageSource &pages, const core::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_pages(pages)
    , m_clock(clock)
    , m_lastSkim(unknown)
    , m_atOnce(static_cast<std::size_t>(std::clamp(QThread::idealThreadCount(), 2, 4)))
{
}

RenderQueue::~RenderQueue()
{
    for (Running &running : m_running)
        running.stop.request_stop();
}

void RenderQueue::setDocument(core::DocumentHandle document)
{
    replace({});
    m_document = document;
    m_layers.clear();
    m_skimmed = {};
    m_lastSkim = unknown;
}

void RenderQueue::setLayers(const core::LayerStates &layers)
{
    replace({});
    m_layers = layers;
}

void RenderQueue::replace(const std::vector<RenderJob> &wanted)
{
    std::erase_if(m_running, [this, &wanted](Running &running) {
        const auto still = std::find_if(wanted.begin(), wanted.end(),
                                        [&running](const RenderJob &job) { return isSame(job, running.job); });
        if (still != wanted.end()) {
            running.job.urgency = still->urgency;
            running.rank = static_cast<std::size_t>(still - wanted.begin());
            return false;
        }
        running.stop.request_stop();
        count(running);
        return true;
    });
    m_waiting.clear();
    for (std::size_t rank = 0; rank < wanted.size(); ++rank) {
        const RenderJob &job = wanted[rank];
        const bool runs = std::any_of(m_running.begin(), m_running.end(),
                                      [&job](const Running &running) { return isSame(running.job, job); });
        if (!runs)
            m_waiting.push_back({job, rank});
    }
    makeRoom();
    startNext();
}

bool RenderQueue::isIdle() const
{
    const auto skims = [](const auto &one) { return one.job.urgency == Urgency::Skim; };
    return std::all_of(m_running.begin(), m_running.end(), skims)
        && std::all_of(m_waiting.begin(), m_waiting.end(), skims);
}

// Stops what is not in sight and less wanted while something in sight waits; it comes back with the next replacement.
void RenderQueue::makeRoom()
{
    std::vector<Waiting> again;
    std::size_t free = m_atOnce - std::min(m_atOnce, m_running.size());
    for (const Waiting &next : m_waiting) {
        if (next.job.urgency != Urgency::Visible)
            continue;
        if (free > 0) {
            --free;
            continue;
        }
        const auto stopped = victim(next.rank);
        if (stopped == m_running.end())
            break;
        stopped->stop.request_stop();
        count(*stopped);
        again.push_back({stopped->job, stopped->rank});
        m_running.erase(stopped);
    }
    for (const Waiting &stopped : again) {
        const auto place = std::upper_bound(m_waiting.begin(), m_waiting.end(), stopped,
                                            [](const Waiting &a, const Waiting &b) { return a.rank < b.rank; });
        m_waiting.insert(place, stopped);
    }
}

// The first small picture, which is the one that is being drawn; else what is wanted least.
std::vector<RenderQueue::Running>::iterator RenderQueue::victim(std::size_t rank)
{
    auto found = m_running.end();
    for (auto running = m_running.begin(); running != m_running.end(); ++running) {
        if (running->rank < rank || running->job.urgency == Urgency::Visible)
            continue;
        if (isSmall(running->job))
            return running;
        if (found == m_running.end() || running->rank > found->rank)
            found = running;
    }
    return found;
}

bool RenderQueue::mayStart(const Waiting &next) const
{
    const bool isQuick = m_lastSkim < soon;
    if (next.job.urgency == Urgency::Visible) {
        // The source draws it before what is small and waits there.
        const auto before = std::count_if(m_running.begin(), m_running.end(), [&next](const Running &running) {
            return running.rank < next.rank || !isSmall(running.job);
        });
        return static_cast<std::size_t>(before) < m_atOnce;
    }
    if (isSmall(next.job) && isQuick)
        return m_running.size() < m_atOnce + inReserve;
    if (next.job.urgency == Urgency::Skim && m_running.size() + 1 >= m_atOnce)
        return false;
    return m_running.size() < m_atOnce;
}

void RenderQueue::startNext()
{
    for (auto next = m_waiting.begin(); next != m_waiting.end();) {
        if (mayStart(*next)) {
            start(*next);
            next = m_waiting.erase(next);
        } else if (isSmall(next->job)) {
            ++next;
        } else {
            return;
        }
    }
}

void RenderQueue::start(const Waiting &next)
{
    const int id = ++m_lastId;
    const RenderJob &job = next.job;
    m_running.push_back({id, job, next.rank, m_clock.steady()});
    const core::RenderRequest request{m_document,       job.key.page,   job.key.dpi,
                                      job.key.rotation, job.key.region, static_cast<int>(job.urgency),
                                      m_layers};
    core::whenDone(m_pages.render(request, m_running.back().stop.get_token()), this,
                   [this, id](const core::Result<QImage> &answer) { finish(id, answer); });
}

void RenderQueue::count(const Running &ended)
{
    if (ended.job.urgency != Urgency::Skim)
        return;
    const std::chrono::milliseconds now = m_clock.steady();
    m_lastSkim = now - std::max(ended.begun, std::exchange(m_lastSkimmed, now));
    m_skimmed += m_lastSkim;
}

void RenderQueue::finish(int id, const core::Result<QImage> &answer)
{
    const auto found =
        std::find_if(m_running.begin(), m_running.end(), [id](const Running &running) { return running.id == id; });
    if (found == m_running.end())
        return; // stopped meanwhile: nobody wants it any more
    const RenderJob job = found->job;
    count(*found);
    m_running.erase(found);
    startNext();
    if (!answer)
        emit failed(job, answer.error());
    else if (answer->isNull())
        emit failed(job, core::Error{core::ErrorCode::Internal, QStringLiteral("an empty picture")});
    else
        emit drawn(job, *answer);
}

} // namespace ui
