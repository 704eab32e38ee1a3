// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sampledocuments.h"

#include "tests/support/samples/facturx.h"
#include "tests/support/samples/invoicepainter.h"
#include "tests/support/samples/otherpages.h"
#include "tests/support/samples/pdf.h"
#include "tests/support/samples/photograph.h"
#include "tests/support/samples/tiff.h"

#include <QBuffer>
#include <QDir>
#include <QSaveFile>

#include <exception>

using namespace Qt::Literals::StringLiterals;

namespace samples {
namespace {

constexpr int dpi = 200;

QByteArray invoicePdf(const Invoice &invoice, Kind kind = Kind::Plain)
{
    const InvoicePainter painter(invoice);
    return pdfOf([&](Sheet &sheet, int page) { painter.draw(sheet, page); }, painter.pages(), invoice.number, kind);
}

QByteArray zugferd()
{
    const Invoice invoice = officeInvoice();
    return withInvoiceXml(invoicePdf(invoice, Kind::Archive), facturX(invoice), facturXMetadata(invoice.number));
}

QByteArray scan()
{
    const InvoicePainter painter(plumbingInvoice());
    const QImage sheet = imageOf([&](Sheet &page, int number) { painter.draw(page, number); }, 0, dpi);
    return scanned({scannedSheet(sheet, 0.4)}, 62, Sheet::a4);
}

QByteArray form()
{
    const QByteArray page = pdfOf([](Sheet &sheet, int) { drawClaimForm(sheet); }, 1, u"Claim report"_s);
    return withForm(page, claimFormFields());
}

QByteArray receipt()
{
    const QImage slip = imageOf([](Sheet &sheet, int) { drawReceipt(sheet); }, 0, 300, receiptSize);
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    buffer.open(QIODevice::WriteOnly);
    photographed(slip, {900, 1280}).save(&buffer, "JPEG", 58);
    return jpeg;
}

QByteArray bytesOf(const QString &name)
{
    if (name == "invoice.pdf"_L1)
        return settled(invoicePdf(stationeryInvoice()));
    if (name == "rechnung-zugferd.pdf"_L1)
        return zugferd();
    if (name == "scan.pdf"_L1)
        return scan();
    if (name == "receipt.jpg"_L1)
        return receipt();
    if (name == "claim-form.pdf"_L1)
        return form();
    if (name == "encrypted.pdf"_L1)
        return encrypted(invoicePdf(stationeryInvoice()), passwordOfEncrypted);
    if (name == "packet.pdf"_L1)
        return joined({invoicePdf(stationeryInvoice()), scan(), invoicePdf(officeInvoice())});
    return {};
}

core::Result<QString> writeTiff(const QString &path)
{
    QList<QImage> pages;
    for (int page = 0; page < 2; ++page)
        pages += imageOf(drawDeliveryNote, page, dpi);
    if (!writeFax(path, pages, dpi))
        return core::fail(core::ErrorCode::Internal, u"the TIFF can't be written"_s);
    return path;
}

} // namespace

const QList<SampleDocument> &all()
{
    static const QList<SampleDocument> documents{
        {u"invoice.pdf"_s, u"Invoice, two pages"_s, 2, u"invoice"_s, stationeryInvoice().truth()},
        {u"rechnung-zugferd.pdf"_s, u"German invoice with embedded XML"_s, 1, u"invoice"_s, officeInvoice().truth()},
        {u"scan.pdf"_s, u"Scanned invoice"_s, 1, u"invoice"_s, plumbingInvoice().truth()},
        {u"receipt.jpg"_s, u"Photograph of a receipt"_s, 1, u"receipt"_s, receiptTruth()},
        {u"claim-form.pdf"_s, u"Form filled in"_s, 1, u"generic"_s, {}},
        {u"delivery-note.tiff"_s, u"Delivery note as a fax"_s, 2, u"generic"_s, {}},
        {u"encrypted.pdf"_s, u"Invoice with a password"_s, 2, u"invoice"_s, stationeryInvoice().truth()},
        {u"packet.pdf"_s, u"Three invoices in one file"_s, 4, {}, {}},
    };
    return documents;
}

core::Result<QString> make(const QString &name, const QString &folder)
{
    const QString path = QDir(folder).filePath(name);
    try {
        if (name == "delivery-note.tiff"_L1)
            return writeTiff(path);
        const QByteArray bytes = bytesOf(name);
        if (bytes.isEmpty())
            return core::fail(core::ErrorCode::NotFound, u"there is no sample "_s + name);
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
            return core::fail(core::ErrorCode::Internal, file.errorString());
    } catch (const std::exception &problem) { // qpdf's way to report errors
        return core::fail(core::ErrorCode::Internal, QString::fromUtf8(problem.what()));
    }
    return path;
}

} // namespace samples
