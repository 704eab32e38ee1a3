// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/extractjob.h"

#include "app/cli/exitcode.h"
#include "app/cli/output.h"
#include "app/cli/remoteengines.h"
#include "app/cli/report.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QThread>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

QString stageText(const core::ExtractProgress &progress)
{
    switch (progress.stage) {
    case core::ExtractStage::Opening:
        return tr("opening");
    case core::ExtractStage::Reading:
        return tr("page %1 of %2").arg(progress.done).arg(progress.total);
    case core::ExtractStage::Asking:
        return tr("waiting for the endpoint");
    case core::ExtractStage::Proving:
        return tr("proving");
    }
    return {};
}

int workerCount()
{
    return std::max(2, QThread::idealThreadCount());
}

} // namespace

ExtractJob::ExtractJob(Order order)
    : m_order(std::move(order))
    , m_pages(core::PoolOptions())
{
}

ExtractJob::~ExtractJob() = default;

void ExtractJob::start(std::function<void(int)> done)
{
    m_done = std::move(done);
    if (m_order.engine == "local"_L1)
        return startBatch(nullptr, nullptr);
    m_remote = std::make_unique<RemoteEngines>(m_order.organization);
    m_remote->prepare(m_order.engine, this, [this](core::Result<RemoteEngine> remote) {
        if (!remote) {
            const core::Connection *known = m_remote->connection(m_order.engine);
            for (const QString &file : m_order.files) {
                core::Extraction failed = core::failedExtraction(file, remote.error(), known);
                failed.engineId = m_order.engine; // whether there is such a one or not
                takeResult(failed);
            }
            return m_done(m_code);
        }
        startBatch(remote->engine, remote->connection);
    });
}

void ExtractJob::startBatch(core::Engine *engine, const core::Connection *connection)
{
    const ExtractBatch::Setup setup{&m_pages, engine, connection, m_order.options, workerCount()};
    m_batch = std::make_unique<ExtractBatch>(setup, m_order.files);
    connect(m_batch.get(), &ExtractBatch::extracted, this,
            [this](int, const core::Extraction &extraction) { takeResult(extraction); });
    connect(m_batch.get(), &ExtractBatch::progress, this,
            [](int done, int total, const QString &file, const core::ExtractProgress &progress) {
                showProgress(
                    u"%1/%2  %3: %4"_s.arg(done).arg(total).arg(QFileInfo(file).fileName(), stageText(progress)));
            });
    connect(m_batch.get(), &ExtractBatch::finished, this, [this] {
        clearProgress();
        m_done(m_code);
    });
    m_batch->start();
}

void ExtractJob::takeResult(const core::Extraction &extraction)
{
    m_code = worse(m_code, exitCodeOf(extraction, m_order.failBelow, requiredPaths(extraction)));
    if (extraction.error)
        warn(u"%1: %2"_s.arg(extraction.file, sentence(*extraction.error)));
    for (const int page : extraction.unreadPages)
        warn(tr("%1: page %2 could not be read").arg(extraction.file).arg(page));
    if (!extraction.warning.isEmpty())
        warn(u"%1: %2"_s.arg(extraction.file, extraction.warning));
    if (!m_order.folder.isEmpty()) {
        if (const auto written = write(extraction); !written) {
            warn(sentence(written.error()));
            m_code = worse(m_code, exitCodeOf(core::ErrorCode::Storage));
        }
    }
    if (!print(extraction))
        outputFailed();
}

bool ExtractJob::print(const core::Extraction &extraction) const
{
    if (m_outputFailed)
        return true; // said once
    if (m_order.json)
        return printJson(core::toJson(extraction));
    if (m_order.folder.isEmpty() && m_order.format == core::ExportFormat::Csv) {
        for (const core::ExportedFile &file : core::exportFiles({extraction}, m_order.format, u"document"_s)) {
            if (!printLine(QString::fromUtf8(file.bytes).trimmed()))
                return false;
        }
        return true;
    }
    return extraction.error ? true : printLine(report(extraction)); // the error was told on standard error
}

core::Result<> ExtractJob::write(const core::Extraction &extraction)
{
    const auto files = core::exportFiles({extraction}, m_order.format, freeBaseName(extraction.file));
    const auto written = core::writeFiles(files, m_order.folder);
    return written ? core::Result<>() : tl::make_unexpected(written.error());
}

// Two inputs may have one name in different folders.
QString ExtractJob::freeBaseName(const QString &file)
{
    const QString base = QFileInfo(file).completeBaseName();
    QString name = base.isEmpty() ? u"document"_s : base;
    for (int i = 2; !m_namesTaken.insert(name.toLower()).second; ++i)
        name = u"%1-%2"_s.arg(base).arg(i);
    return name;
}

QStringList ExtractJob::requiredPaths(const core::Extraction &extraction) const
{
    const auto add = [](const core::Schema &schema) {
        QStringList paths;
        for (const core::SchemaField &field : schema.fields) {
            if (field.required)
                paths += field.list ? field.path + "[0]"_L1 : field.path;
        }
        return paths;
    };
    if (m_order.options.schema)
        return add(*m_order.options.schema);
    for (const core::Schema &schema : m_order.options.schemas) {
        if (schema.id == extraction.schemaId)
            return add(schema);
    }
    return {};
}

void ExtractJob::outputFailed()
{
    m_outputFailed = true;
    m_code = worse(m_code, failOutput());
    if (m_batch)
        m_batch->stop();
}

} // namespace app
