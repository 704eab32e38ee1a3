// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/print/printjob.h"

#include "core/base/logging.h"
#include "ui/pages/print/printsheets.h"
#include "ui/pages/print/printspool.h"

#include <QPrinter>
#include <QtConcurrentRun>

#include <algorithm>

namespace ui {

namespace {

constexpr int afterTheScreen = 3; // what somebody looks at is drawn first

} // namespace

PrintJob::PrintJob(core::PageSource &pages, PrintOrder order, std::shared_ptr<QPrinter> printer, QObject *parent)
    : QObject(parent)
    , m_source(pages)
    , m_order(std::move(order))
    , m_printer(std::move(printer))
    , m_spool(std::make_shared<PrintSpool>())
{
    const bool isFile = m_printer->outputFormat() == QPrinter::PdfFormat;
    if (isFile)
        m_target = m_printer->outputFileName();
    m_paper = {m_printer->pageLayout(), isFile,
               std::min(m_order.resolution, static_cast<double>(m_printer->resolution()))};
    if (m_printer->pageOrder() == QPrinter::LastPageFirst)
        std::reverse(m_order.wanted.begin(), m_order.wanted.end());
}

PrintJob::PrintJob(core::PageSource &pages, PrintOrder order, QString target, const QPageLayout &layout,
                   QObject *parent)
    : QObject(parent)
    , m_source(pages)
    , m_order(std::move(order))
    , m_spool(std::make_shared<PrintSpool>())
    , m_paper{layout, true, m_order.resolution}
    , m_target(std::move(target))
{
}

PrintJob::~PrintJob()
{
    m_stop.request_stop();
    if (m_document.handle != 0)
        m_source.close(m_document.handle);
}

void PrintJob::start()
{
    const auto prepared = QtConcurrent::run(
        m_thread.pool(), [spool = m_spool, target = m_target, file = m_order.file]() -> core::Result<> {
            if (!target.isEmpty() && isSameFile(target, file))
                return core::fail(core::ErrorCode::InvalidInput, QStringLiteral("the document itself"));
            return spool->open();
        });
    core::whenDone(prepared, this, [this](const core::Result<> &ready) {
        if (!ready)
            return finish(ready);
        core::whenDone(m_source.open(m_order.file, m_order.password, m_stop.get_token()), this,
                       [this](const core::Result<core::OpenedDocument> &opened) {
                           if (opened)
                               takeOpened(*opened);
                           else
                               finish(tl::make_unexpected(opened.error()));
                       });
    });
}

void PrintJob::takeOpened(const core::OpenedDocument &document)
{
    m_document = document;
    if (document.info.pages() != m_order.pages)
        return finish(core::fail(core::ErrorCode::BrokenDocument, QStringLiteral("it has other pages by now")));
    drawNext();
}

void PrintJob::drawNext()
{
    if (m_stop.stop_requested())
        return finish(core::fail(core::ErrorCode::Cancelled));
    if (m_next == m_order.wanted.size())
        return handOver();
    const int page = m_order.wanted[m_next];
    const SheetPlan plan =
        planSheet(m_document.info.pageSizes[static_cast<std::size_t>(page - 1)], m_order.rotation, m_paper);
    const core::RenderRequest request{m_document.handle, page,          plan.dpi, plan.rotation, {},
                                      afterTheScreen,    m_order.layers};
    core::whenDone(m_source.render(request, m_stop.get_token()), this,
                   [this, page, plan](const core::Result<QImage> &picture) {
                       if (picture && !picture->isNull())
                           return keep(*picture, plan);
                       if (m_stop.stop_requested())
                           return drawNext();
                       m_leftOut.push_back(page);
                       if (!picture)
                           m_lastError = picture.error();
                       qCInfo(lcUi) << "page" << page << "was not printed:" << static_cast<int>(m_lastError.code);
                       ++m_next;
                       drawNext();
                   });
}

void PrintJob::keep(const QImage &picture, const SheetPlan &plan)
{
    const auto kept =
        QtConcurrent::run(m_thread.pool(), [spool = m_spool, picture, plan] { return spool->append(picture, plan); });
    core::whenDone(kept, this, [this](const core::Result<> &result) {
        if (!result)
            return finish(result);
        ++m_next;
        emit progressed();
        drawNext();
    });
}

void PrintJob::handOver()
{
    if (m_leftOut.size() == m_order.wanted.size())
        return finish(tl::make_unexpected(m_lastError));
    m_handedOver = m_target.isEmpty();
    if (m_handedOver)
        emit progressed();
    const auto printed = QtConcurrent::run(
        m_thread.pool(),
        [printer = m_printer, spool = m_spool, target = m_target, layout = m_paper.layout, stop = m_stop.get_token()] {
            if (!printer)
                return printIntoPdf(layout, *spool, target, stop);
            return target.isEmpty() ? printOnPaper(*printer, *spool) : printIntoFile(*printer, *spool, target, stop);
        });
    core::whenDone(printed, this, [this](const core::Result<> &result) { finish(result); });
}

void PrintJob::cancel()
{
    if (!m_handedOver)
        m_stop.request_stop();
}

void PrintJob::finish(const core::Result<> &result)
{
    if (std::exchange(m_finished, true))
        return;
    if (m_document.handle != 0)
        m_source.close(std::exchange(m_document.handle, 0));
    emit finished(
        {m_stop.stop_requested() && !result ? core::fail(core::ErrorCode::Cancelled) : result, m_leftOut, m_target});
}

} // namespace ui
