// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/view/renderqueue.h"

#include <QThread>

#include <algorithm>

namespace ui {

RenderQueue::RenderQueue(core::PageSource &pages, QObject *parent)
    : QObject(parent)
    , m_pages(pages)
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
}

void RenderQueue::setLayers(const core::LayerStates &layers)
{
    replace({});
    m_layers = layers;
}

void RenderQueue::replace(const std::vector<RenderJob> &wanted)
{
    std::erase_if(m_running, [&wanted](Running &running) {
        const auto still = std::find_if(wanted.begin(), wanted.end(),
                                        [&running](const RenderJob &job) { return job.key == running.job.key; });
        if (still != wanted.end()) {
            running.job.urgency = still->urgency;
            return false;
        }
        running.stop.request_stop();
        return true;
    });
    m_waiting.clear();
    for (const RenderJob &job : wanted) {
        const bool runs = std::any_of(m_running.begin(), m_running.end(),
                                      [&job](const Running &running) { return running.job.key == job.key; });
        if (!runs)
            m_waiting.push_back(job);
    }
    makeRoom();
    startNext();
}

// Stops what is not in sight while something in sight waits; it comes back with the next replacement.
void RenderQueue::makeRoom()
{
    auto needed = static_cast<std::size_t>(std::count_if(
        m_waiting.begin(), m_waiting.end(), [](const RenderJob &job) { return job.urgency == Urgency::Visible; }));
    std::vector<RenderJob> again;
    while (needed > 0 && m_running.size() + needed > m_atOnce) {
        const auto victim = std::find_if(m_running.rbegin(), m_running.rend(), [](const Running &running) {
            return running.job.urgency != Urgency::Visible;
        });
        if (victim == m_running.rend())
            break;
        victim->stop.request_stop();
        again.push_back(victim->job);
        m_running.erase(std::next(victim).base());
    }
    const auto firstOther = std::find_if(m_waiting.begin(), m_waiting.end(),
                                         [](const RenderJob &job) { return job.urgency != Urgency::Visible; });
    m_waiting.insert(firstOther, again.rbegin(), again.rend());
}

void RenderQueue::startNext()
{
    while (!m_waiting.empty() && m_running.size() < m_atOnce) {
        const RenderJob job = m_waiting.front();
        m_waiting.pop_front();
        start(job);
    }
}

void RenderQueue::start(const RenderJob &job)
{
    const int id = ++m_lastId;
    m_running.push_back({id, job, {}});
    const core::RenderRequest request{m_document,       job.key.page,   job.key.dpi,
                                      job.key.rotation, job.key.region, static_cast<int>(job.urgency),
                                      m_layers};
    core::whenDone(m_pages.render(request, m_running.back().stop.get_token()), this,
                   [this, id](const core::Result<QImage> &answer) { finish(id, answer); });
}

void RenderQueue::finish(int id, const core::Result<QImage> &answer)
{
    const auto found =
        std::find_if(m_running.begin(), m_running.end(), [id](const Running &running) { return running.id == id; });
    if (found == m_running.end())
        return; // stopped meanwhile: nobody wants it any more
    const RenderJob job = found->job;
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
