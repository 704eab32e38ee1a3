// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/print/printing.h"

#include "ui/pages/print/printfile.h"
#include "ui/pages/print/printfilesheet.h"
#include "ui/text/errortext.h"
#include "ui/widgets/messagebar.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QPrintDialog>
#include <QPrinter>
#include <QPrinterInfo>
#include <QStandardPaths>
#include <QtConcurrentRun>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

constexpr int betweenWords = 1000; // milliseconds: a screen reader reads each of them out
constexpr std::chrono::milliseconds worthAWord{500}; // of looking for printers
constexpr std::chrono::seconds patience{6}; // with the print service
constexpr double coarse = 150; // dots an inch, where a document allows no better

} // namespace

Printing::Printing(core::PageSource &pages, MessageBar &bar, QWidget &parent, PrintService service)
    : m_source(pages)
    , m_bar(bar)
    , m_parent(parent)
    , m_service(std::move(service))
{
    connect(&m_bar, &MessageBar::dismissed, this, [this] { m_quiet = true; });
}

void Printing::ask(const PrintSubject &subject)
{
    if (isBusy()) {
        m_quiet = false;
        return tellProgress();
    }
    m_asking.request_stop();
    m_asking = std::stop_source();
    core::whenDone(m_source.properties(subject.document, m_asking.get_token()), this,
                   [this, subject, stop = m_asking](const core::Result<core::DocumentProperties> &properties) {
                       if (stop.stop_requested())
                           return;
                       PrintSubject allowed = subject;
                       // What can't be told is no reason: pages that can be seen can be photographed.
                       if (properties && !properties->permissions.print)
                           return m_bar.tell(MessageBar::Kind::Warning,
                                             tr("Whoever made this document has forbidden printing it."));
                       if (properties && !properties->permissions.printWell)
                           allowed.order.resolution = coarse;
                       if (allowed.intoFile)
                           askForFile(allowed);
                       else
                           findPrinters(allowed);
                   });
}

// How far a document is that is being printed is told on, whatever lies open.
void Printing::leave()
{
    m_asking.request_stop();
    m_isLeft = true;
    if (!isBusy())
        m_bar.dismiss();
}

PrintService Printing::systemService()
{
    return {.ask = [] { (void)QPrinterInfo::availablePrinterNames(); }};
}

// Never two at a time: one that was not answered waits on.
void Printing::findPrinters(const PrintSubject &subject)
{
    if (!m_search || m_search->isFinished()) {
        m_search = QtConcurrent::run(m_thread.pool(), [ask = m_service.ask]() -> core::Result<> {
            ask();
            return {};
        });
    }
    const auto told = std::make_shared<int>(0);
    core::whenDone(*m_search, this, [this, subject, told, stop = m_asking](const core::Result<> &) mutable {
        if (stop.stop_requested())
            return;
        if (*told > 0 && m_bar.shows(*told))
            m_bar.dismiss();
        stop.request_stop(); // nothing more is to be said
        showDialog(subject);
    });
    m_service.after(worthAWord, this, [this, told, stop = m_asking] {
        if (stop.stop_requested())
            return;
        m_bar.tell(MessageBar::Kind::Information, tr("Looking for printers…"));
        *told = m_bar.number();
    });
    m_service.after(patience, this, [this, subject, stop = m_asking]() mutable {
        if (stop.stop_requested())
            return;
        stop.request_stop(); // a dialog that comes when nobody expects it any more
        m_bar.tell(MessageBar::Kind::Warning,
                   tr("The print service of this computer doesn't answer. Nothing was printed. A PDF file can be printed "
                      "to without it."),
                   {tr("Print to a PDF file…"), [this, subject] { askForFile(subject); }});
    });
}

void Printing::showDialog(const PrintSubject &subject)
{
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    // What the dialog names the file after that it offers to print into: in the document's own folder it would be the
    // document itself.
    printer->setDocName(printedName(subject.order.file, dialogFolder()));
    auto *dialog = new QPrintDialog(printer.get(), m_parent.window());
    dialog->setObjectName(u"printDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOptions(QAbstractPrintDialog::PrintToFile | QAbstractPrintDialog::PrintPageRange
                       | QAbstractPrintDialog::PrintCurrentPage | QAbstractPrintDialog::PrintCollateCopies
                       | QAbstractPrintDialog::PrintShowPageSize);
    dialog->setMinMax(1, subject.order.pages);
    dialog->setFromTo(1, subject.order.pages);
    dialog->setPrintRange(QAbstractPrintDialog::AllPages);
    // The dialog keeps the printer that it speaks of.
    connect(dialog, &QDialog::accepted, dialog, [self = QPointer(this), printer, subject] {
        if (!self)
            return;
        printer->setDocName(QFileInfo(subject.order.file).fileName());
        PrintOrder order = subject.order;
        if (printer->printRange() == QPrinter::CurrentPage)
            order.wanted = {subject.currentPage};
        else
            order.wanted = printedPages(
                printer->printRange() == QPrinter::PageRange ? printer->pageRanges() : QPageRanges(), order.pages);
        self->start(order, printer);
    });
    dialog->open();
}

void Printing::askForFile(const PrintSubject &subject)
{
    QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    if (!QFileInfo::exists(folder))
        folder = QDir::homePath();
    auto *sheet = new PrintFileSheet(folder + u'/' + printedName(subject.order.file, folder), subject.order.pages,
                                     m_parent.window());
    connect(sheet, &PrintFileSheet::chosen, this,
            [this, order = subject.order](const QString &file, const std::vector<int> &pages) mutable {
                order.wanted = pages;
                start(order, file);
            });
    sheet->open();
}

void Printing::start(const PrintOrder &order, std::shared_ptr<QPrinter> printer)
{
    if (mayStart(order))
        run(new PrintJob(m_source, order, std::move(printer), this));
}

void Printing::start(const PrintOrder &order, const QString &file)
{
    const bool isLetter = QLocale().measurementSystem() == QLocale::ImperialUSSystem;
    const QPageLayout layout(QPageSize(isLetter ? QPageSize::Letter : QPageSize::A4), QPageLayout::Portrait, {});
    if (mayStart(order))
        run(new PrintJob(m_source, order, file, layout, this));
}

bool Printing::mayStart(const PrintOrder &order)
{
    if (order.wanted.empty())
        m_bar.tell(MessageBar::Kind::Warning, tr("The document has none of these pages. Nothing was printed."));
    else if (isBusy())
        tellProgress();
    else
        return true;
    return false;
}

void Printing::run(PrintJob *job)
{
    m_job = job;
    m_quiet = false;
    m_isLeft = false;
    m_told.invalidate();
    connect(m_job, &PrintJob::progressed, this, [this] {
        if (!m_quiet && (m_told.hasExpired(betweenWords) || m_job->isHandedOver()))
            tellProgress();
    });
    connect(m_job, &PrintJob::finished, this, &Printing::tell);
    tellProgress();
    m_job->start();
}

void Printing::cancel()
{
    if (m_job)
        m_job->cancel();
}

void Printing::tellProgress()
{
    m_told.start();
    const PrintOrder &order = m_job->order();
    const QString name = QFileInfo(order.file).fileName();
    if (m_job->isHandedOver())
        return m_bar.tell(MessageBar::Kind::Information, tr("%1 is being handed to the printer.").arg(name));
    const QLocale locale;
    m_bar.tell(MessageBar::Kind::Information,
               tr("Printing %1: %2 of %3 pages are drawn.", "a file, pages done, pages in all")
                   .arg(name, locale.toString(m_job->drawn()), locale.toString(order.wanted.size())),
               {tr("Cancel"), [this] { cancel(); }});
}

QString Printing::failureText(const PrintOutcome &outcome)
{
    switch (outcome.result.error().code) {
    case core::ErrorCode::InvalidInput:
        return tr("A document is never printed over itself. Choose another file to print into.");
    case core::ErrorCode::Storage:
        return tr("There is no room to print: the disk is full. Nothing was printed. Make room, then try again.");
    case core::ErrorCode::AccessDenied:
        return outcome.path.isEmpty()
            ? tr("The printer can't be reached. Nothing was printed. Print to a PDF file, or try another printer.")
            : tr("Your system doesn't let you write %1. Choose another place to print to.")
                  .arg(QDir::toNativeSeparators(outcome.path));
    default:
        return tr("Nothing was printed.") + u' ' + errorText(outcome.result.error());
    }
}

void Printing::tell(const PrintOutcome &outcome)
{
    PrintJob *job = std::exchange(m_job, {});
    job->deleteLater();
    const QString name = QFileInfo(job->order().file).fileName();
    // Said above another document, it names the one that it is about.
    const auto named = [this, &name](const QString &said) {
        return m_isLeft ? tr("%1: %2", "a file, what became of it").arg(name, said) : said;
    };
    if (!outcome.result && outcome.result.error().code == core::ErrorCode::Cancelled)
        return m_bar.tell(MessageBar::Kind::Information, tr("Cancelled: nothing of %1 was printed.").arg(name));
    if (!outcome.result)
        return m_bar.tell(MessageBar::Kind::Error, named(failureText(outcome)), {}, outcome.result.error().detail);
    const QString text = outcome.path.isEmpty()
        ? tr("%1 was handed to the printer.").arg(name)
        : named(tr("Printed to %1.").arg(QDir::toNativeSeparators(outcome.path)));
    if (outcome.leftOut.empty())
        return m_bar.tell(MessageBar::Kind::Success, text);
    QStringList pages;
    for (const int page : outcome.leftOut)
        pages += QString::number(page);
    constexpr int most = 10;
    if (pages.size() > most)
        pages = pages.first(most) << u"…"_s;
    m_bar.tell(MessageBar::Kind::Warning,
               text + u' '
                   + tr("These pages can't be drawn and are missing: %1.").arg(pages.join(QLatin1String(", "))));
}

} // namespace ui
