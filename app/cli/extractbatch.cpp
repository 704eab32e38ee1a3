// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/extractbatch.h"

#include <QTimer>

namespace app {

ExtractBatch::ExtractBatch(Setup setup, QStringList files, QObject *parent)
    : QObject(parent)
    , m_setup(std::move(setup))
    , m_files(std::move(files))
{
}

void ExtractBatch::start()
{
    while (m_running < m_setup.parallel && m_started < m_files.size())
        startNext();
}

void ExtractBatch::stop()
{
    m_stop.request_stop();
}

void ExtractBatch::startNext()
{
    const int index = m_started++;
    const QString file = m_files[index];
    if (m_stop.stop_requested()) {
        const core::Error cancelled{core::ErrorCode::Cancelled, {}};
        QTimer::singleShot(0, this, [this, index, file, cancelled] {
            ++m_running;
            take(index, failed(file, cancelled));
        });
        return;
    }
    ++m_running;
    const auto tell = [this, file](const core::ExtractProgress &step) {
        emit progress(m_told, static_cast<int>(m_files.size()), file, step);
    };
    const auto answer = core::extractDocument(*m_setup.pages, m_setup.engine, m_setup.connection, file, m_setup.options,
                                              this, m_stop.get_token(), tell);
    core::whenDone(answer, this, [this, index, file](core::Result<core::Extraction> result) {
        take(index, result ? *std::move(result) : failed(file, result.error()));
    });
}

// Names who was asked, so that a failure of an endpoint is not taken for one of this computer.
core::Extraction ExtractBatch::failed(const QString &file, const core::Error &error) const
{
    return core::failedExtraction(file, error, m_setup.connection);
}

void ExtractBatch::take(int index, core::Extraction extraction)
{
    --m_running;
    m_ready.emplace(index, std::move(extraction));
    while (!m_ready.empty() && m_ready.begin()->first == m_told) {
        emit extracted(m_told, m_ready.begin()->second);
        m_ready.erase(m_ready.begin());
        ++m_told;
    }
    if (m_told == m_files.size())
        emit finished();
    else
        start();
}

} // namespace app
