// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/after.h"
#include "core/base/async.h"
#include "ui/pages/print/printjob.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QWidget>

namespace ui {

class MessageBar;

// What lies open, when it is to be printed.
struct PrintSubject {
    core::DocumentHandle document = 0;
    PrintOrder order; // `wanted` is chosen in the dialog
    int currentPage = 1;
    bool intoFile = false; // a PDF, whatever printers there are
};

// Whether printers can be asked about: Qt asks the service that has them while a QPrinter is made, for as long as that
// says nothing.
struct PrintService {
    std::function<void()> ask; // blocks until it has answered; on any thread
    core::After after = core::afterTimer;
};

// Asks how to print and says how far it is, in a bar above the pages. One document at a time.
class Printing : public QObject
{
    Q_OBJECT

public:
    Printing(core::PageSource &pages, MessageBar &bar, QWidget &parent, PrintService service = systemService());

    void ask(const PrintSubject &subject); // what the document allows, then the user how
    void leave(); // what lay open does no longer: nothing is asked about it, and what was said goes
    void start(const PrintOrder &order, std::shared_ptr<QPrinter> printer);
    void start(const PrintOrder &order, const QString &file); // a PDF
    void cancel();
    [[nodiscard]] bool isBusy() const { return !m_job.isNull(); }

private:
    [[nodiscard]] static PrintService systemService();
    void findPrinters(const PrintSubject &subject);
    void showDialog(const PrintSubject &subject);
    void askForFile(const PrintSubject &subject);
    [[nodiscard]] bool mayStart(const PrintOrder &order);
    void run(PrintJob *job);
    void tellProgress();
    void tell(const PrintOutcome &outcome);
    [[nodiscard]] static QString failureText(const PrintOutcome &outcome);

    core::PageSource &m_source;
    MessageBar &m_bar;
    QWidget &m_parent;
    PrintService m_service;
    std::optional<core::Async<void>> m_search; // of the last time
    QPointer<PrintJob> m_job;
    QElapsedTimer m_told;
    bool m_isLeft = false; // what is being printed no longer lies open
    std::stop_source m_asking;
    bool m_quiet = false; // the bar was closed: the next word is how it ended
    core::PatientThreads m_thread{1};
};

} // namespace ui
