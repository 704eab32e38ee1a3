// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
};

// Asks how to print and says how far it is, in a bar above the pages. One document at a time.
class Printing : public QObject
{
    Q_OBJECT

public:
    Printing(core::PageSource &pages, MessageBar &bar, QWidget &parent);

    void ask(const PrintSubject &subject); // what the document allows, then the user how
    void leave() { m_asking.request_stop(); } // what lay open does no longer: nothing is asked about it
    void start(const PrintOrder &order, std::shared_ptr<QPrinter> printer);
    void cancel();
    [[nodiscard]] bool isBusy() const { return !m_job.isNull(); }

private:
    void showDialog(const PrintSubject &subject);
    void tellProgress();
    void tell(const PrintOutcome &outcome);
    [[nodiscard]] static QString failureText(const PrintOutcome &outcome);

    core::PageSource &m_source;
    MessageBar &m_bar;
    QWidget &m_parent;
    QPointer<PrintJob> m_job;
    QElapsedTimer m_told;
    std::stop_source m_asking;
    bool m_quiet = false; // the bar was closed: the next word is how it ended
};

} // namespace ui
