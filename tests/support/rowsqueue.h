// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/queue.h"
#include "tests/support/fakestore.h"
#include "tests/support/manualclock.h"

// A real queue that starts nothing by itself, over documents in the states that a test wants.
struct RowsQueue {
    class NoEngines final : public core::EngineSource
    {
    public:
        [[nodiscard]] std::shared_ptr<core::Engine> engine(const QString &) override { return nullptr; }
        [[nodiscard]] std::vector<core::Connection> connections() const override { return {}; }
    };

    RowsQueue()
        : queue(
            store, engines, clock,
            [](core::Engine *, const core::Connection *, const QString &, const core::ExtractOptions &, QObject *,
               std::stop_token, auto) { return core::ready<core::Extraction>(core::fail(core::ErrorCode::Internal)); },
            [](auto, QObject *, auto) {})
    {
        queue.setParallel(0);
    }

    qint64 keep(const QString &name, core::DocumentState state, int doubts = 0)
    {
        core::DocumentRow row;
        row.file = u'/' + name;
        row.name = name;
        row.state = state;
        row.doubts = doubts;
        row.id = static_cast<qint64>(store.rows.size()) + 1;
        store.rows.push_back({{}, row});
        return row.id;
    }

    void load() { queue.setPartition({}); }

    FakeStore store;
    ManualClock clock;
    NoEngines engines;
    core::Queue queue;
};
