// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/export.h"
#include "core/review/review.h"
#include "ui/shell/services.h"

#include <QObject>
#include <QPointer>

#include <deque>

namespace ui {

// Gathers what reviewers made of some documents, one after the other, and writes it to a folder. Deletes itself at the
// end.
class ExportRun : public QObject
{
    Q_OBJECT

public:
    struct Order {
        std::vector<qint64> documents;
        core::ExportFormat format = core::ExportFormat::Json;
        QString folder;
        QString baseName;
    };

    ExportRun(const Services &services, Order order, QObject *parent);

    void start();

signals:
    void finished(const QStringList &files, int documents, int leftOut); // left out: without values yet
    void failed(const core::Error &error); // nothing half-written is left behind

private:
    void next();
    void read(const core::DocumentRow &row);
    void write();

    const Services &m_services;
    Order m_order;
    core::Partition m_partition; // whose the documents are, whoever is there meanwhile
    std::deque<qint64> m_waiting;
    std::vector<core::Extraction> m_extractions;
    QPointer<core::ReviewSession> m_session;
    int m_leftOut = 0;
};

} // namespace ui
