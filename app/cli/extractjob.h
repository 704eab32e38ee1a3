// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/extractbatch.h"
#include "core/adapters/pageworker/workerpool.h"
#include "core/export/export.h"

#include <functional>
#include <memory>
#include <set>

namespace app {

class RemoteEngines;

// One call of `extract`: documents in, records out, an exit code at the end.
class ExtractJob : public QObject
{
    Q_OBJECT

public:
    struct Order {
        QStringList files;
        QString engine;
        QString organization;
        core::ExtractOptions options;
        bool json = false;
        QString folder; // of --out; empty: nothing is written
        core::ExportFormat format = core::ExportFormat::Json;
        std::optional<double> failBelow;
    };

    explicit ExtractJob(Order order);
    ~ExtractJob() override;

    void start(std::function<void(int)> done);

private:
    void startBatch(core::Engine *engine, const core::Connection *connection);
    void takeResult(const core::Extraction &extraction);
    [[nodiscard]] bool print(const core::Extraction &extraction) const;
    [[nodiscard]] core::Result<> write(const core::Extraction &extraction);
    [[nodiscard]] QString freeBaseName(const QString &file);
    [[nodiscard]] QStringList requiredPaths(const core::Extraction &extraction) const;
    void outputFailed();

    Order m_order;
    std::function<void(int)> m_done;
    core::WorkerPool m_pages;
    std::unique_ptr<RemoteEngines> m_remote;
    std::unique_ptr<ExtractBatch> m_batch;
    std::set<QString> m_namesTaken;
    int m_code = 0;
    bool m_outputFailed = false;
};

} // namespace app
