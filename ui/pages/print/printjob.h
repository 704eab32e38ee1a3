// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/patientthreads.h"
#include "core/base/secret.h"
#include "core/documents/pagesource.h"
#include "ui/pages/print/printplan.h"

#include <QObject>

#include <memory>

class QPrinter;

namespace ui {

class PrintSpool;

struct PrintOrder {
    QString file;
    core::Secret password;
    int pages = 0; // that it had when it was ordered
    std::vector<int> wanted; // pages, in the order to print them
    int rotation = 0; // of the view
    core::LayerStates layers = {};
    double resolution = 300; // dots an inch at most
};

struct PrintOutcome {
    core::Result<> result; // InvalidInput: the document's own file was to be written
    std::vector<int> leftOut; // pages that could not be drawn
    QString path; // of the file that was printed into; empty: a printer
};

// Prints one document. Opens it for itself, so that whoever looks at it may go on to another; draws a page at a time
// with the workers, and hands them over when all are there. Until then the printer, or the file, has nothing of it.
class PrintJob : public QObject
{
    Q_OBJECT

public:
    PrintJob(core::PageSource &pages, PrintOrder order, std::shared_ptr<QPrinter> printer, QObject *parent = nullptr);
    // Into a PDF file, on paper of that layout, without a printer: each page once, in the order wanted.
    PrintJob(core::PageSource &pages, PrintOrder order, QString target, const QPageLayout &layout,
             QObject *parent = nullptr);
    ~PrintJob() override;

    void start();
    void cancel(); // finished() follows: Cancelled, unless a printer has it already
    [[nodiscard]] const PrintOrder &order() const { return m_order; }
    [[nodiscard]] int drawn() const { return static_cast<int>(m_next); } // pages
    [[nodiscard]] bool isHandedOver() const { return m_handedOver; } // to a printer: it can't be taken back

signals:
    void progressed();
    void finished(const ui::PrintOutcome &outcome); // once

private:
    void takeOpened(const core::OpenedDocument &document);
    void drawNext();
    void keep(const QImage &picture, const SheetPlan &plan);
    void handOver();
    void finish(const core::Result<> &result);

    core::PageSource &m_source;
    PrintOrder m_order;
    std::shared_ptr<QPrinter> m_printer; // null: into a file without one
    std::shared_ptr<PrintSpool> m_spool;
    PaperPlan m_paper;
    QString m_target; // empty: a printer
    core::OpenedDocument m_document;
    std::size_t m_next = 0;
    std::vector<int> m_leftOut;
    core::Error m_lastError{core::ErrorCode::Internal, {}};
    std::stop_source m_stop;
    bool m_handedOver = false;
    bool m_finished = false;
    core::PatientThreads m_thread{1};
};

} // namespace ui
