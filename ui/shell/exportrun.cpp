// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/exportrun.h"

#include <QJsonDocument>
#include <QtConcurrent>

#include <algorithm>

namespace ui {

ExportRun::ExportRun(const Services &services, Order order, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_order(std::move(order))
    , m_partition(services.queue.partition())
    , m_waiting(m_order.documents.begin(), m_order.documents.end())
{
}

void ExportRun::start()
{
    next();
}

void ExportRun::next()
{
    if (m_waiting.empty()) {
        write();
        return;
    }
    const qint64 document = m_waiting.front();
    m_waiting.pop_front();
    whenDone(m_services.store.document(m_partition, document), this,
             [this](const core::Result<core::DocumentRow> &row) {
                 if (!row) {
                     emit failed(row.error());
                     deleteLater();
                 } else if (row->extraction.isEmpty()) {
                     ++m_leftOut;
                     next();
                 } else {
                     read(*row);
                 }
             });
}

void ExportRun::read(const core::DocumentRow &row)
{
    const auto extraction = core::extractionFromJson(QJsonDocument::fromJson(row.extraction).object());
    const QString id = extraction ? extraction->schemaId : row.schema;
    const auto schema = std::ranges::find(m_services.schemas, id, &core::Schema::id);
    m_session = new core::ReviewSession(m_services.store, m_partition, row.id,
                                        schema == m_services.schemas.end() ? core::Schema{} : *schema, m_services.clock,
                                        QString(), this);
    connect(m_session, &core::ReviewSession::loaded, this, [this] {
        m_extractions.push_back(m_session->extraction());
        m_session->deleteLater();
        next();
    });
    connect(m_session, &core::ReviewSession::failed, this, [this](const core::Error &error) {
        emit failed(error);
        deleteLater();
    });
    m_session->load();
}

void ExportRun::write()
{
    const auto work = [extractions = m_extractions, order = m_order]() -> core::Result<QStringList> {
        return core::writeFiles(core::exportFiles(extractions, order.format, order.baseName), order.folder);
    };
    whenDone(core::Async<QStringList>(QtConcurrent::run(work)), this, [this](const core::Result<QStringList> &files) {
        if (files)
            emit finished(*files, static_cast<int>(m_extractions.size()), m_leftOut);
        else
            emit failed(files.error());
        deleteLater();
    });
}

} // namespace ui
