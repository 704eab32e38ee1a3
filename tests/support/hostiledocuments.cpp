// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/hostiledocuments.h"

#include "tests/support/pdfbytes.h"

using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray textContent = "BT /F1 12 Tf 20 20 Td (Total 12.34) Tj ET";

QByteArray reference(int number)
{
    return QByteArray::number(number) + " 0 R";
}

QByteArray pdfWithDeepForms()
{
    PdfBytes pdf;
    pdf.add("<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] >> >>");
    pdf.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    pdf.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 5 0 R /Annots [6 0 R] >>");
    pdf.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    pdf.addStream({}, "0 0 10 10 re f");
    pdf.add("<< /FT /Tx /T (a) /Kids [6 0 R] /Parent 6 0 R /Subtype /Widget /Rect [0 0 10 10] >>"); // its own child
    return pdf.bytes();
}

QByteArray pdfThatDrawsItself()
{
    PdfBytes pdf;
    pdf.add("<< /Type /Catalog /Pages 2 0 R >>");
    pdf.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    pdf.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 5 0 R "
            "/Resources << /XObject << /X 4 0 R >> >> >>");
    pdf.addStream("/Type /XObject /Subtype /Form /BBox [0 0 200 200] /Resources << /XObject << /X 4 0 R >> >>",
                  "/X Do /X Do");
    pdf.addStream({}, "/X Do");
    return pdf.bytes();
}

QByteArray bigEndian(quint32 number, int bytes)
{
    QByteArray written;
    while (--bytes >= 0)
        written += static_cast<char>(number >> (8 * bytes));
    return written;
}

// One page, with a picture of this many pixels on it.
QByteArray pdfWithPicture(quint32 side, const QByteArray &filter, const QByteArray &data)
{
    const QByteArray pixels = QByteArray::number(side);
    PdfBytes pdf;
    pdf.add("<< /Type /Catalog /Pages 2 0 R >>");
    pdf.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    pdf.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 5 0 R "
            "/Resources << /XObject << /X 4 0 R >> >> >>");
    pdf.addStream("/Type /XObject /Subtype /Image /Width " + pixels + " /Height " + pixels + ' ' + filter, data);
    pdf.addStream({}, "200 0 0 200 0 0 cm /X Do");
    return pdf.bytes();
}

// ITU-T T.800, annex A: one tile, three components of eight bits, next to no data.
QByteArray jpeg2000Bomb(quint32 side)
{
    const QByteArray sides = bigEndian(side, 4) + bigEndian(side, 4);
    const QByteArray nowhere(8, '\0');
    QByteArray stream = QByteArray::fromHex("ff4fff51002f0000") + sides + nowhere + sides + nowhere
        + QByteArray::fromHex("0003070101070101070101");
    stream += QByteArray::fromHex("ff52000c00000001000504040001");
    stream += QByteArray::fromHex("ff5c001340") + QByteArray(16, '\x48');
    stream +=
        QByteArray::fromHex("ff90000a0000000000000001ff93") + QByteArray(64, '\x55') + QByteArray::fromHex("ffd9");
    return stream;
}

// ITU-T T.88, as PDF embeds it: the page's size, and a region as large.
QByteArray jbig2Bomb(quint32 side)
{
    const QByteArray sides = bigEndian(side, 4) + bigEndian(side, 4);
    const QByteArray page = sides + QByteArray(11, '\0');
    const QByteArray region =
        sides + QByteArray(8, '\0') + QByteArray::fromHex("000003fffdff02fefefe") + QByteArray(32, '\0');
    return QByteArray::fromHex("00000000300001") + bigEndian(static_cast<quint32>(page.size()), 4) + page
        + QByteArray::fromHex("00000001260001") + bigEndian(static_cast<quint32>(region.size()), 4) + region;
}

QByteArray pdfWithoutPages()
{
    PdfBytes pdf;
    pdf.add("<< /Type /Catalog /Pages 2 0 R >>");
    pdf.add("<< /Type /Pages /Kids [] /Count 0 >>");
    return pdf.bytes();
}

// Fonts that are not in the file, nor anywhere else; one that is said to be, and is not one.
QByteArray pdfWithMissingFonts()
{
    PdfBytes pdf;
    pdf.add("<< /Type /Catalog /Pages 2 0 R >>");
    pdf.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    pdf.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R "
            "/Resources << /Font << /F1 5 0 R /F2 6 0 R /F3 99 0 R >> >> >>");
    pdf.addStream({},
                  "BT /F1 12 Tf 20 20 Td (Total 12.34) Tj /F2 9 Tf (and) Tj /F3 9 Tf (more) Tj /F4 9 Tf (yet) Tj ET");
    pdf.add("<< /Type /Font /Subtype /TrueType /BaseFont /NoSuchFont-Anywhere >>");
    pdf.add("<< /Type /Font /Subtype /TrueType /BaseFont /Broken /FontDescriptor 7 0 R >>");
    pdf.add("<< /Type /FontDescriptor /FontName /Broken /Flags 4 /FontFile2 8 0 R >>");
    pdf.addStream({}, QByteArray(3000, 'x'));
    return pdf.bytes();
}

// Its table of objects points anywhere.
QByteArray withWrongTable(QByteArray pdf)
{
    const qsizetype table = pdf.lastIndexOf("xref", pdf.lastIndexOf("startxref") - 1);
    for (qsizetype at = table; at < pdf.size(); ++at) {
        if (pdf.at(at) >= '1' && pdf.at(at) <= '8')
            pdf[at] = static_cast<char>(pdf.at(at) + 1);
    }
    return pdf;
}

} // namespace

std::vector<HostileDocument> pictureBombs()
{
    constexpr quint32 side = 60'000;
    const QByteArray grey = "/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter ";
    // A thousand times smaller, and that again.
    const QByteArray zeros = qCompress(QByteArray(64 << 20, '\0'), 9).sliced(4);
    return {
        {u"jpeg2000.pdf"_s, pdfWithPicture(side, "/Filter /JPXDecode", jpeg2000Bomb(side))},
        {u"jbig2.pdf"_s,
         pdfWithPicture(side, "/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /JBIG2Decode", jbig2Bomb(side))},
        {u"flate.pdf"_s, pdfWithPicture(side, grey + "[/FlateDecode /FlateDecode]", qCompress(zeros, 9).sliced(4))},
        {u"fax.pdf"_s,
         pdfWithPicture(side,
                        "/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode "
                        "/DecodeParms << /K -1 /Columns 60000 /Rows 60000 >>",
                        QByteArray(7500, '\xff'))},
    };
}

QByteArray pdfWithPages(int count)
{
    PdfBytes pdf;
    pdf.add("<< /Type /Catalog /Pages 2 0 R >>");
    QByteArray kids;
    for (int i = 0; i < count; ++i)
        kids += reference(4 + 2 * i) + ' ';
    pdf.add("<< /Type /Pages /Kids [" + kids + "] /Count " + QByteArray::number(count) + " /MediaBox [0 0 612 792] >>");
    pdf.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    for (int i = 0; i < count; ++i) {
        pdf.add("<< /Type /Page /Parent 2 0 R /Contents " + reference(5 + 2 * i)
                + " /Resources << /Font << /F1 3 0 R >> >> >>");
        pdf.addStream({}, "BT /F1 12 Tf 72 700 Td (Page " + QByteArray::number(i + 1) + ") Tj ET");
    }
    return pdf.bytes();
}

QByteArray pdfWithCyclicPageTree()
{
    PdfBytes pdf;
    pdf.add("<< /Type /Catalog /Pages 2 0 R >>");
    pdf.add("<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 2 /Parent 2 0 R >>");
    pdf.add("<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 4 /Parent 2 0 R >>");
    return pdf.bytes();
}

QByteArray pdfThatTakesForever()
{
    // Every level draws the one below twenty times.
    constexpr int levels = 12;
    PdfBytes pdf;
    pdf.add("<< /Type /Catalog /Pages 2 0 R >>");
    pdf.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    pdf.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R "
            "/Resources << /XObject << /X 5 0 R >> >> >>");
    pdf.addStream({}, "/X Do");
    for (int level = 0; level < levels; ++level) {
        const bool last = level == levels - 1;
        pdf.addStream("/Type /XObject /Subtype /Form /BBox [0 0 200 200]"
                          + (last ? QByteArray() : " /Resources << /XObject << /X " + reference(6 + level) + " >> >>"),
                      last ? QByteArray("0 0 100 100 re f ") : QByteArray("/X Do ").repeated(20));
    }
    return pdf.bytes();
}

std::vector<HostileDocument> hostileDocuments()
{
    const QByteArray good = PdfBytes::onePage(textContent);
    const QByteArray noise = QByteArray::fromHex("00ff8877665544332211").repeated(500);
    QByteArray picture = QByteArray::fromHex("89504e470d0a1a0a0000000d49484452");
    picture += QByteArray::fromHex("7fffffff7fffffff0806000000") + noise; // says it is two thousand million pixels wide
    return {
        {u"empty.pdf"_s, {}},
        {u"text.pdf"_s, "Dear reader, this is not a PDF at all.\n"},
        {u"truncated.pdf"_s, good.first(good.size() / 2)},
        {u"headeronly.pdf"_s, "%PDF-1.7\n"},
        {u"junkbefore.pdf"_s, QByteArray(900, '\n') + good},
        {u"noise.pdf"_s, "%PDF-1.4\n" + noise},
        {u"noroot.pdf"_s, "%PDF-1.4\ntrailer << /Root 99 0 R >>\nstartxref\n0\n%%EOF"},
        {u"nopages.pdf"_s, pdfWithoutPages()},
        {u"missingfonts.pdf"_s, pdfWithMissingFonts()},
        {u"wrongtable.pdf"_s, withWrongTable(good)},
        {u"wrongstart.pdf"_s, QByteArray(good).replace("startxref\n", "startxref\n9")},
        {u"cyclic.pdf"_s, pdfWithCyclicPageTree()},
        {u"deepform.pdf"_s, pdfWithDeepForms()},
        {u"selfdrawing.pdf"_s, pdfThatDrawsItself()},
        {u"tenthousandpages.pdf"_s, pdfWithPages(10'000)},
        {u"hugepage.pdf"_s, PdfBytes::onePage(textContent, "/MediaBox [0 0 1036800 1036800]")},
        {u"tinypage.pdf"_s, PdfBytes::onePage(textContent, "/MediaBox [0 0 1 1]")},
        {u"emptypage.pdf"_s, PdfBytes::onePage(textContent, "/MediaBox [0 0 0 0]")},
        {u"wrongbox.pdf"_s, PdfBytes::onePage(textContent, "/MediaBox [1e38 nan (x) -1e38]")},
        {u"hugepicture.png"_s, picture},
        {u"noise.jpg"_s, QByteArray::fromHex("ffd8ffe000104a46494600010100") + noise},
        {u"noise.tif"_s, QByteArray("II*\0", 4) + noise},
        {u"cyclic.tif"_s, QByteArray::fromHex("49492a000800000001000001030001000000ff00000008000000")},
    };
}
