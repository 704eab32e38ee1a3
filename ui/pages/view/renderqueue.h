// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/pagesource.h"
#include "ui/pages/view/renderplan.h"

#include <QObject>

#include <deque>

namespace ui {

// Asks the page source for pictures, a few at a time. The list of what is wanted is replaced as a whole: what is
// running and no longer wanted is stopped, and something in sight never waits behind something that is not.
class RenderQueue : public QObject
{
    Q_OBJECT

public:
    explicit RenderQueue(core::PageSource &pages, QObject *parent = nullptr);
    ~RenderQueue() override;

    void setDocument(core::DocumentHandle document); // stops everything
    void setLayers(const core::LayerStates &layers); // stops everything
    void replace(const std::vector<RenderJob> &wanted); // most urgent first
    [[nodiscard]] bool isIdle() const { return m_running.empty() && m_waiting.empty(); }

signals:
    void drawn(const ui::RenderJob &job, const QImage &image);
    void failed(const ui::RenderJob &job, const core::Error &error);

private:
    struct Running {
        int id = 0;
        RenderJob job;
        std::stop_source stop;
    };

    void makeRoom();
    void startNext();
    void start(const RenderJob &job);
    void finish(int id, const core::Result<QImage> &answer);

    core::PageSource &m_pages;
    core::DocumentHandle m_document = 0;
    core::LayerStates m_layers;
    std::deque<RenderJob> m_waiting;
    std::vector<Running> m_running;
    int m_lastId = 0;
    std::size_t m_atOnce;
};

} // namespace ui
