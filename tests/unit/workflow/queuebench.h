// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/queue.h"
#include "tests/support/fakestore.h"
#include "tests/support/manualclock.h"

#include <deque>

// A queue with everything around it in the test's hands: each extraction waits for answer(), each rest for passTime().
class QueueBench : public core::EngineSource
{
public:
    struct Asked {
        QString file;
        core::Engine *engine = nullptr;
        QString connection;
        core::ExtractOptions options;
        std::stop_token stop;
        std::function<void(core::ExtractProgress)> progress;
        std::shared_ptr<QPromise<core::Result<core::Extraction>>> promise;
    };
    struct Rest {
        std::chrono::milliseconds delay{};
        std::function<void()> then;
    };
    class NoEngine final : public core::Engine
    {
    public:
        core::Async<core::EngineAnswer> extract(const core::EngineRequest &, std::stop_token) override
        {
            return core::ready<core::EngineAnswer>(core::fail(core::ErrorCode::Internal));
        }
    };

    [[nodiscard]] std::unique_ptr<core::Queue> makeQueue()
    {
        return std::make_unique<core::Queue>(
            store, *this, clock,
            [this](core::Engine *engine, const core::Connection *connection, const QString &file,
                   const core::ExtractOptions &options, QObject *, std::stop_token stop,
                   std::function<void(core::ExtractProgress)> progress) {
                Asked question{file,
                               engine,
                               connection ? connection->id : QString(),
                               options,
                               std::move(stop),
                               std::move(progress),
                               std::make_shared<QPromise<core::Result<core::Extraction>>>()};
                question.promise->start();
                asked.push_back(question);
                return question.promise->future();
            },
            [this](std::chrono::milliseconds delay, QObject *, std::function<void()> then) {
                rests.push_back({delay, std::move(then)});
            });
    }

    // The oldest extraction not yet answered gets its answer.
    void answer(const core::Result<core::Extraction> &result)
    {
        const Asked question = asked.front();
        asked.pop_front();
        question.promise->addResult(result);
        question.promise->finish();
    }
    void passTime()
    {
        for (const Rest &rest : std::exchange(rests, {}))
            rest.then();
    }

    std::shared_ptr<core::Engine> engine(const QString &id) override
    {
        return id == QStringLiteral("gemini") ? std::make_shared<NoEngine>() : nullptr;
    }
    [[nodiscard]] std::vector<core::Connection> connections() const override
    {
        core::Connection connection;
        connection.id = QStringLiteral("gemini");
        return {connection};
    }

    FakeStore store;
    ManualClock clock;
    std::deque<Asked> asked;
    std::vector<Rest> rests;
};
