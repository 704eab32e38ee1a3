// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/documents/pagesource.h"
#include "ui/pages/view/renderplan.h"

#include <QObject>

#include <vector>

namespace ui {

// Asks the page source for pictures, a few at a time. The list of what is wanted is replaced as a whole: what is
// running and no longer wanted is stopped, and something in sight never waits behind something less wanted that is not.
// Skimming leaves one place free where it takes long: what comes into sight finds it, even if drawing can't be stopped.
class RenderQueue : public QObject
{
    Q_OBJECT

public:
    RenderQueue(core::PageSource &pages, const core::Clock &clock, QObject *parent = nullptr);
    ~RenderQueue() override;

    void setDocument(core::DocumentHandle document); // stops everything
    void setLayers(const core::LayerStates &layers); // stops everything
    void replace(const std::vector<RenderJob> &wanted); // most urgent first
    [[nodiscard]] bool isIdle() const; // but for skimming
    [[nodiscard]] std::size_t waiting() const { return m_waiting.size(); }
    // For how long pages of this document have been skimmed, all together.
    [[nodiscard]] std::chrono::milliseconds skimmed() const { return m_skimmed; }

signals:
    void drawn(const ui::RenderJob &job, const QImage &image);
    void failed(const ui::RenderJob &job, const core::Error &error);

private:
    struct Running {
        int id = 0;
        RenderJob job;
        std::size_t rank = 0; // in what is wanted, the first 0
        std::chrono::milliseconds begun{};
        std::stop_source stop = {};
    };

    struct Waiting {
        RenderJob job;
        std::size_t rank = 0;
    };

    void makeRoom();
    [[nodiscard]] std::vector<Running>::iterator victim(std::size_t rank); // for what is wanted so much
    [[nodiscard]] bool mayStart(const Waiting &next) const;
    void startNext();
    void start(const Waiting &next);
    void count(const Running &ended);
    void finish(int id, const core::Result<QImage> &answer);

    core::PageSource &m_pages;
    const core::Clock &m_clock;
    core::DocumentHandle m_document = 0;
    core::LayerStates m_layers;
    std::vector<Waiting> m_waiting;
    std::vector<Running> m_running;
    std::chrono::milliseconds m_skimmed{};
    std::chrono::milliseconds m_lastSkim; // how long it took
    std::chrono::milliseconds m_lastSkimmed{}; // when
    int m_lastId = 0;
    std::size_t m_atOnce;
};

} // namespace ui
