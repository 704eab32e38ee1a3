// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extraction/pipeline.h"

#include <QObject>
#include <QStringList>

#include <map>

namespace app {

// Several documents through the pipeline side by side; the results come in the order of the files.
class ExtractBatch : public QObject
{
    Q_OBJECT

public:
    struct Setup {
        core::PageSource *pages = nullptr;
        core::Engine *engine = nullptr; // null: local
        const core::Connection *connection = nullptr;
        core::ExtractOptions options;
        int parallel = 1;
    };
    ExtractBatch(Setup setup, QStringList files, QObject *parent = nullptr);

    void start();
    void stop(); // what has not been begun is not begun; the rest ends as Cancelled

signals:
    // Once for each file, in their order. A file that could not be read has a record with its error.
    void extracted(int index, const core::Extraction &extraction);
    void progress(int done, int total, const QString &file, const core::ExtractProgress &progress);
    void finished();

private:
    void startNext();
    [[nodiscard]] core::Extraction failed(const QString &file, const core::Error &error) const;
    void take(int index, core::Extraction extraction);

    Setup m_setup;
    QStringList m_files;
    std::stop_source m_stop;
    int m_started = 0;
    int m_running = 0;
    int m_told = 0;
    std::map<int, core::Extraction> m_ready; // not told yet: an earlier one is still running
};

} // namespace app
