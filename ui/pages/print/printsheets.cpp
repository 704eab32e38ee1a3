// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/print/printsheets.h"

#include "ui/pages/print/printspool.h"

#include <QFile>
#include <QFileInfo>
#include <QPainter>
#include <QPdfWriter>
#include <QPrinter>
#include <QUuid>

#include <filesystem>
#include <functional>
#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

constexpr double pointsPerInch = 72;
constexpr int pdfResolution = 1200; // of places in it, not of pictures
constexpr qint64 tail = 64; // bytes: in which a PDF says that it ends

std::vector<std::size_t> sheetsInOrder(const QPrinter &printer, std::size_t sheets)
{
    const int copies = printer.supportsMultipleCopies() ? 1 : std::max(1, printer.copyCount());
    std::vector<std::size_t> order;
    if (printer.collateCopies()) {
        for (int copy = 0; copy < copies; ++copy)
            for (std::size_t sheet = 0; sheet < sheets; ++sheet)
                order.push_back(sheet);
    } else {
        for (std::size_t sheet = 0; sheet < sheets; ++sheet)
            order.insert(order.end(), static_cast<std::size_t>(copies), sheet);
    }
    return order;
}

core::Result<> feed(QPagedPaintDevice &printer, int resolution, const std::vector<std::size_t> &order,
                    PrintSpool &spool, const std::stop_token &stop)
{
    const double scale = resolution / pointsPerInch;
    QPainter painter;
    for (const std::size_t sheet : order) {
        if (stop.stop_requested())
            return core::fail(core::ErrorCode::Cancelled);
        const SheetPlan &plan = spool.plan(sheet);
        if (printer.pageLayout().orientation() != plan.orientation)
            printer.setPageOrientation(plan.orientation);
        const bool isReady = painter.isActive() ? printer.newPage() : painter.begin(&printer);
        if (!isReady)
            return core::fail(core::ErrorCode::AccessDenied, u"the printer takes nothing"_s);
        const QImage picture = spool.picture(sheet);
        if (picture.isNull())
            return core::fail(core::ErrorCode::Storage, u"a page that was kept is lost"_s);
        painter.drawImage(QRectF(plan.target.topLeft() * scale, plan.target.size() * scale), picture);
    }
    if (!painter.end())
        return core::fail(core::ErrorCode::AccessDenied, u"the printer does not end"_s);
    return {};
}

core::Result<> feed(QPrinter &printer, PrintSpool &spool, const std::stop_token &stop)
{
    return feed(printer, printer.resolution(), sheetsInOrder(printer, spool.size()), spool, stop);
}

bool isWhole(const QString &pdf)
{
    QFile file(pdf);
    return file.open(QIODevice::ReadOnly) && file.size() > tail && file.seek(file.size() - tail)
        && file.readAll().contains("%%EOF");
}

// write: into the file of the name that it is given.
core::Result<> wholeOrNothing(const QString &target, const std::function<core::Result<>(const QString &)> &write)
{
    const QFileInfo file(target);
    const QString place = file.isSymLink() ? file.symLinkTarget() : file.absoluteFilePath();
    if (file.isDir() || (file.exists() && !file.isWritable()))
        return core::fail(core::ErrorCode::AccessDenied, target);
    const QString unfinished = QFileInfo(place).absolutePath() + "/.lectern-"_L1
        + QUuid::createUuid().toString(QUuid::WithoutBraces) + ".pdf"_L1;
    core::Result<> printed = write(unfinished);
    if (printed && !isWhole(unfinished))
        printed = core::fail(core::ErrorCode::Storage, target);
    if (printed) {
        std::error_code error;
        std::filesystem::rename(unfinished.toStdString(), place.toStdString(), error);
        if (error)
            printed = core::fail(core::ErrorCode::AccessDenied, target);
    }
    if (!printed)
        QFile::remove(unfinished);
    return printed;
}

} // namespace

core::Result<> printOnPaper(QPrinter &printer, PrintSpool &spool)
{
    return feed(printer, spool, {});
}

core::Result<> printIntoFile(QPrinter &printer, PrintSpool &spool, const QString &target, const std::stop_token &stop)
{
    return wholeOrNothing(target, [&](const QString &unfinished) {
        printer.setOutputFileName(unfinished);
        return feed(printer, spool, stop);
    });
}

core::Result<> printIntoPdf(const QPageLayout &layout, PrintSpool &spool, const QString &target,
                            const std::stop_token &stop)
{
    return wholeOrNothing(target, [&](const QString &unfinished) {
        QPdfWriter writer(unfinished);
        writer.setResolution(pdfResolution);
        writer.setPageLayout(layout);
        writer.setTitle(QFileInfo(target).completeBaseName());
        std::vector<std::size_t> order(spool.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        return feed(writer, pdfResolution, order, spool, stop);
    });
}

bool isSameFile(const QString &a, const QString &b)
{
    const QString place = QFileInfo(a).canonicalFilePath();
    return !place.isEmpty() && place == QFileInfo(b).canonicalFilePath();
}

} // namespace ui
