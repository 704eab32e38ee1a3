// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/poppler/glyphproof.h"

#include "core/adapters/poppler/keptdevice.h"
#include "core/adapters/poppler/polygonfont.h"

#include <QByteArray>

#include <PDFDoc.h>
#include <splash/SplashBitmap.h>
#include <Stream.h>

namespace core {
namespace {

constexpr int glyphs = 24; // three times what an ordinary font's cache holds
constexpr int side = 240; // points and pixels
constexpr int fontSize = 32; // large enough for the smallest cache, small enough for places between pixels

// Every letter at several fractions of a pixel, and all of it twice: so that some are made, some are found, and some
// make room for others.
QByteArray content()
{
    QByteArray text = "BT /F1 " + QByteArray::number(fontSize) + " Tf ";
    for (int pass = 0; pass < 2; ++pass) {
        for (int i = 0; i < glyphs * 2; ++i) {
            const double x = i * 37 % (side - fontSize) + 0.25 * (i % 4);
            const double y = i * 53 % (side - fontSize) + 0.25 * (i / 4 % 4);
            const QByteArray code = QByteArray::number(1 + i % glyphs, 16).rightJustified(4, '0');
            text += "1 0 0 1 " + QByteArray::number(x) + ' ' + QByteArray::number(y) + " Tm <" + code + "> Tj ";
        }
    }
    return text + "ET";
}

QByteArray stream(const QByteArray &entries, const QByteArray &bytes)
{
    return "<< " + entries + " /Length " + QByteArray::number(bytes.size()) + " >>\nstream\n" + bytes + "\nendstream";
}

QByteArray document()
{
    const QByteArray box = "[0 0 " + QByteArray::number(side) + ' ' + QByteArray::number(side) + ']';
    const QList<QByteArray> objects{
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox " + box + " /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        stream({}, content()),
        "<< /Type /Font /Subtype /Type0 /BaseFont /Polygons /Encoding /Identity-H /DescendantFonts [6 0 R] >>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Polygons /CIDSystemInfo << /Registry (Adobe) "
        "/Ordering (Identity) /Supplement 0 >> /CIDToGIDMap /Identity /DW 1000 /FontDescriptor 7 0 R >>",
        "<< /Type /FontDescriptor /FontName /Polygons /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 "
        "/Ascent 1000 /Descent 0 /CapHeight 1000 /StemV 80 /FontFile2 8 0 R >>",
        stream({}, polygonFont(glyphs)),
    };
    QByteArray file = "%PDF-1.5\n";
    QByteArray table = "xref\n0 9\n0000000000 65535 f \n";
    for (qsizetype i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(file.size()).rightJustified(10, '0') + " 00000 n \n";
        file += QByteArray::number(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const QByteArray start = QByteArray::number(file.size());
    return file + table + "trailer\n<< /Size 9 /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n";
}

// Nothing where it was not drawn.
QByteArray drawn(const QByteArray &file, bool growGlyphCaches)
{
    PDFDoc pdf(new MemStream(file.constData(), 0, file.size(), Object(objNull)));
    if (!pdf.isOk())
        return {};
    KeptDevice device(pdf, growGlyphCaches);
    pdf.displayPage(&device, 1, 72, 72, 0, false, true, false);
    SplashBitmap *bitmap = device.getBitmap();
    if (bitmap->getWidth() != side || bitmap->getHeight() != side)
        return {};
    return {reinterpret_cast<const char *>(bitmap->getDataPtr()),
            static_cast<qsizetype>(bitmap->getRowSize()) * bitmap->getHeight()};
}

bool compare()
{
    const QByteArray file = document();
    const QByteArray own = drawn(file, false);
    return !own.isEmpty() && own.count('\xff') < own.size() * 9 / 10 && own == drawn(file, true);
}

} // namespace

bool largerGlyphCachesDrawTheSame()
{
    static const bool same = compare();
    return same;
}

} // namespace core
