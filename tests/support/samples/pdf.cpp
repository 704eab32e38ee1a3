// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samples/pdf.h"

#include <QBuffer>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFAcroFormDocumentHelper.hh>
#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <memory>

namespace samples {
namespace {

constexpr char date[] = "D:20240507090000Z";

std::shared_ptr<QPDF> opened(const QByteArray &pdf)
{
    auto document = QPDF::create();
    document->processMemoryFile("sample", pdf.constData(), size_t(pdf.size()));
    return document;
}

QByteArray bytesOf(QPDFWriter &writer)
{
    writer.setOutputMemory();
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char *>(buffer->getBuffer()), qsizetype(buffer->getSize())};
}

QByteArray written(QPDF &document)
{
    QPDFObjectHandle information = document.getTrailer().getKey("/Info");
    if (information.isDictionary()) {
        information.replaceKey("/CreationDate", QPDFObjectHandle::newString(date));
        information.removeKey("/ModDate");
    }
    document.getTrailer().removeKey("/ID"); // its first half would be kept
    QPDFWriter writer(document);
    writer.setDeterministicID(true);
    return bytesOf(writer);
}

QPDFObjectHandle text(const QString &string)
{
    return QPDFObjectHandle::newUnicodeString(string.toStdString());
}

QPDFObjectHandle checkMark(QPDF &document, const QRectF &rect, bool ticked)
{
    const double w = rect.width();
    const double h = rect.height();
    const QByteArray lines = QByteArrayLiteral("q 1.4 w ") + QByteArray::number(w * 0.2) + ' '
        + QByteArray::number(h * 0.5) + " m " + QByteArray::number(w * 0.42) + ' ' + QByteArray::number(h * 0.22)
        + " l " + QByteArray::number(w * 0.82) + ' ' + QByteArray::number(h * 0.82) + " l S Q";
    QPDFObjectHandle form = document.newStream(ticked ? lines.toStdString() : std::string());
    form.getDict().replaceKey("/Type", QPDFObjectHandle::newName("/XObject"));
    form.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/Form"));
    form.getDict().replaceKey("/BBox", QPDFObjectHandle::newArray(QPDFObjectHandle::Rectangle(0, 0, w, h)));
    return form;
}

QPDFObjectHandle fieldOf(QPDF &document, QPDFObjectHandle page, const FormField &field, double pageHeight)
{
    auto widget = QPDFObjectHandle::parse("<< /Type /Annot /Subtype /Widget /F 4 /DA (/Helv 10 Tf 0 g) >>");
    const QRectF &rect = field.rect;
    widget.replaceKey("/Rect",
                      QPDFObjectHandle::newArray(QPDFObjectHandle::Rectangle(rect.left(), pageHeight - rect.bottom(),
                                                                             rect.right(), pageHeight - rect.top())));
    widget.replaceKey("/P", page);
    widget.replaceKey("/T", text(field.name));
    widget.replaceKey("/TU", text(field.label));
    widget.replaceKey("/FT", QPDFObjectHandle::newName(field.check ? "/Btn" : "/Tx"));
    if (!field.check) {
        widget.replaceKey("/V", text(field.value));
        return document.makeIndirectObject(widget);
    }
    const auto state = QPDFObjectHandle::newName(field.value.isEmpty() ? "/Off" : "/Yes");
    auto appearances = QPDFObjectHandle::newDictionary();
    appearances.replaceKey("/Yes", checkMark(document, rect, true));
    appearances.replaceKey("/Off", checkMark(document, rect, false));
    auto normal = QPDFObjectHandle::newDictionary();
    normal.replaceKey("/N", appearances);
    widget.replaceKey("/AP", normal);
    widget.replaceKey("/V", state);
    widget.replaceKey("/AS", state);
    return document.makeIndirectObject(widget);
}

QPDFObjectHandle pictureOf(QPDF &document, const QImage &image, int quality)
{
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG", quality);
    QPDFObjectHandle picture = document.newStream();
    picture.replaceStreamData(jpeg.toStdString(), QPDFObjectHandle::newName("/DCTDecode"), QPDFObjectHandle::newNull());
    auto dictionary = picture.getDict();
    dictionary.replaceKey("/Type", QPDFObjectHandle::newName("/XObject"));
    dictionary.replaceKey("/Subtype", QPDFObjectHandle::newName("/Image"));
    dictionary.replaceKey("/Width", QPDFObjectHandle::newInteger(image.width()));
    dictionary.replaceKey("/Height", QPDFObjectHandle::newInteger(image.height()));
    dictionary.replaceKey("/BitsPerComponent", QPDFObjectHandle::newInteger(8));
    dictionary.replaceKey("/ColorSpace", QPDFObjectHandle::newName(image.isGrayscale() ? "/DeviceGray" : "/DeviceRGB"));
    return picture;
}

} // namespace

QByteArray settled(const QByteArray &pdf)
{
    return written(*opened(pdf));
}

QByteArray withInvoiceXml(const QByteArray &pdf, const QByteArray &xml, const QByteArray &metadata)
{
    const auto document = opened(pdf);
    auto stream = QPDFEFStreamObjectHelper::createEFStream(*document, xml.toStdString());
    stream.setSubtype("text/xml").setCreationDate(date).setModDate(date);
    auto file = QPDFFileSpecObjectHelper::createFileSpec(*document, "factur-x.xml", stream);
    file.setDescription("Factur-X invoice");
    QPDFObjectHandle handle = file.getObjectHandle();
    handle.replaceKey("/AFRelationship", QPDFObjectHandle::newName("/Alternative"));
    QPDFEmbeddedFileDocumentHelper(*document).replaceEmbeddedFile("factur-x.xml", file);
    QPDFObjectHandle root = document->getRoot();
    root.replaceKey("/AF", QPDFObjectHandle::newArray(std::vector<QPDFObjectHandle>{handle}));
    QPDFObjectHandle description = document->newStream(metadata.toStdString());
    description.getDict().replaceKey("/Type", QPDFObjectHandle::newName("/Metadata"));
    description.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/XML"));
    root.replaceKey("/Metadata", description);
    return written(*document);
}

QByteArray encrypted(const QByteArray &pdf, const QByteArray &password)
{
    const auto document = opened(pdf);
    QPDFWriter writer(*document);
    writer.setR6EncryptionParameters(password.constData(), "owner", true, true, true, true, true, true, qpdf_r3p_full,
                                     true);
    return bytesOf(writer);
}

QByteArray joined(const QList<QByteArray> &pdfs)
{
    QPDF whole;
    whole.emptyPDF();
    std::vector<std::shared_ptr<QPDF>> parts; // they must live until all is written
    for (const QByteArray &pdf : pdfs) {
        parts.push_back(opened(pdf));
        for (const QPDFPageObjectHelper &page : QPDFPageDocumentHelper(*parts.back()).getAllPages())
            QPDFPageDocumentHelper(whole).addPage(page, false);
    }
    return written(whole);
}

QByteArray scanned(const QList<QImage> &pages, int quality, QSizeF size)
{
    QPDF document;
    document.emptyPDF();
    for (const QImage &image : pages) {
        const QByteArray w = QByteArray::number(size.width());
        const QByteArray h = QByteArray::number(size.height());
        auto page = QPDFObjectHandle::parse("<< /Type /Page /Resources << /XObject << >> >> >>");
        page.replaceKey("/MediaBox",
                        QPDFObjectHandle::newArray(QPDFObjectHandle::Rectangle(0, 0, size.width(), size.height())));
        page.getKey("/Resources").getKey("/XObject").replaceKey("/Scan", pictureOf(document, image, quality));
        page.replaceKey("/Contents", document.newStream(("q " + w + " 0 0 " + h + " 0 0 cm /Scan Do Q").toStdString()));
        QPDFPageDocumentHelper(document).addPage(QPDFPageObjectHelper(document.makeIndirectObject(page)), false);
    }
    return written(document);
}

QByteArray withForm(const QByteArray &pdf, const std::vector<FormField> &fields)
{
    const auto document = opened(pdf);
    QPDFObjectHandle page = QPDFPageDocumentHelper(*document).getAllPages().front().getObjectHandle();
    const double height = page.getKey("/MediaBox").getArrayItem(3).getNumericValue();
    auto form =
        QPDFObjectHandle::parse("<< /NeedAppearances true /DA (/Helv 10 Tf 0 g) /Fields [] /DR << /Font << /Helv "
                                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> "
                                ">> >> >>");
    auto annotations = QPDFObjectHandle::newArray();
    for (const FormField &field : fields) {
        const QPDFObjectHandle widget = fieldOf(*document, page, field, height);
        form.getKey("/Fields").appendItem(widget);
        annotations.appendItem(widget);
    }
    page.replaceKey("/Annots", annotations);
    document->getRoot().replaceKey("/AcroForm", document->makeIndirectObject(form));
    QPDFAcroFormDocumentHelper(*document).generateAppearancesIfNeeded();
    return written(*document);
}

} // namespace samples
