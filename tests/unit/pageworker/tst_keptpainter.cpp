// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/poppler/glyphproof.h"
#include "core/adapters/poppler/keptpainter.h"
#include "tests/support/pdfbytes.h"
#include "tests/support/scans.h"

#include <QTemporaryDir>
#include <QTest>

#include <poppler-qt6.h>

#include <PDFDoc.h>

using namespace Qt::Literals::StringLiterals;
using core::KeptPainter;

namespace {

constexpr QSizeF paper{600, 800};

QImage gradient(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x)
            reinterpret_cast<QRgb *>(image.scanLine(y))[x] = qRgb(250 * x / size.width(), 250 * y / size.height(), 120);
    }
    return image;
}

QImage stripes(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x)
            reinterpret_cast<QRgb *>(image.scanLine(y))[x] = (x / 40 + y / 60) % 3 == 0 ? 0xff000000 : 0xffffffff;
    }
    return image;
}

QByteArray textPages(int pages)
{
    PdfBytes pdf;
    pdf.add("<< /Type /Catalog /Pages 2 0 R >>");
    QByteArray kids;
    for (int page = 0; page < pages; ++page)
        kids += QByteArray::number(5 + 2 * page) + " 0 R ";
    pdf.add("<< /Type /Pages /Kids [" + kids + "] /Count " + QByteArray::number(pages) + " >>");
    pdf.add("<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>");
    for (int page = 0; page < pages; ++page) {
        QByteArray content;
        for (int line = 0; line < 40; ++line)
            content += "BT /F1 11.3 Tf 50 " + QByteArray::number(760 - 17 * line)
                + " Td (The quick brown fox jumps over the lazy dog, " + QByteArray::number(page * 1000 + line)
                + " times.) Tj ET ";
        pdf.addStream({}, content);
        pdf.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> >> /Contents "
                + QByteArray::number(4 + 2 * page) + " 0 R >>");
    }
    return pdf.bytes();
}

} // namespace

class KeptPainterTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Poppler::Document> m_document;

    QString file(const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(u"document.pdf"_s);
        QFile target(path);
        if (!target.open(QIODevice::WriteOnly) || target.write(bytes) != bytes.size())
            qFatal("cannot write");
        target.close();
        m_document = Poppler::Document::load(path);
        m_document->setRenderHint(Poppler::Document::Antialiasing);
        m_document->setRenderHint(Poppler::Document::TextAntialiasing);
        return path;
    }

    QImage byPoppler(const core::Drawing &drawing) const
    {
        const QRect &area = drawing.area;
        return m_document->page(drawing.page - 1)
            ->renderToImage(drawing.dpi, drawing.dpi, area.x(), area.y(), area.width(), area.height(),
                            static_cast<Poppler::Page::Rotation>(drawing.rotation / 90));
    }

    // How far the farthest channel of the farthest pixel is away.
    static int distance(const QImage &a, const QImage &b)
    {
        if (a.size() != b.size())
            return 1000;
        int most = 0;
        for (int y = 0; y < a.height(); ++y) {
            for (int x = 0; x < a.width(); ++x) {
                const QRgb p = a.pixel(x, y);
                const QRgb q = b.pixel(x, y);
                most = std::max({most, std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)),
                                 std::abs(qBlue(p) - qBlue(q))});
            }
        }
        return most;
    }

private slots:
    void cleanup() { m_document.reset(); }

    void pagesOfTextAreByteForByteThoseOfPopplersQtInterface()
    {
        const auto painter = KeptPainter::open(file(textPages(4)), {}, {});
        QVERIFY(painter);
        for (const int rotation : {0, 90, 180, 270}) {
            for (const double dpi : {40.0, 131.5}) {
                for (int page = 1; page <= 4; ++page) {
                    const core::Drawing drawing{page, dpi, rotation, QRect(20, 30, 400, 300)};
                    const auto image = painter->draw(drawing, {});
                    QVERIFY(image);
                    QCOMPARE(*image, byPoppler(drawing));
                }
            }
        }
    }

    // The edges at every fraction of a pixel, half ones among them, and cut by the page, by a rectangle and by a path.
    void rectanglesAreByteForByteThoseOfPopplersQtInterface()
    {
        const QByteArray content = "0.2 0.5 0.9 rg -20 -20 900 900 re f "
                                   "1 0.9 0.3 rg 10.5 20.5 300.25 200.75 re f* "
                                   "q 0.3 w 350 30 200 300 re W n 0.1 0.7 0.2 rg 300.1 10.3 280 300 re f Q "
                                   "q 100 300 m 300 350 l 200 500 l h W n 0.5 g 50 280 400 400 re f Q "
                                   "q 0 1 -1 0 580 400 cm 0.8 0.1 0.1 rg 0.4 0.6 190.3 150.2 re f Q "
                                   "q -1 0 0 -1 300 790 cm 0.4 0.1 0.6 rg 20 10 220.5 130.5 re f Q "
                                   "q /G gs 0 g 330 620 200 100 re f Q "
                                   "0.6 0.6 0.2 rg 20 560 m 320 560 l 320 570 l 20 640 l h f ";
        PdfBytes pdf;
        pdf.add("<< /Type /Catalog /Pages 2 0 R >>");
        pdf.add("<< /Type /Pages /Kids [4 0 R] /Count 1 >>");
        pdf.addStream({}, content);
        pdf.add("<< /Type /Page /Parent 2 0 R /MediaBox [0.4 0.7 600.2 800.9] /Contents 3 0 R /Resources << /ExtGState "
                "<< /G << /ca 0.5 >> >> >> >>");
        const auto painter = KeptPainter::open(file(pdf.bytes()), {}, {});
        QVERIFY(painter);
        for (const int rotation : {0, 90, 180, 270}) {
            for (const double dpi : {72.0, 36.0, 96.0, 133.4, 144.0}) {
                for (const QPoint corner : {QPoint(0, 0), QPoint(31, 17)}) {
                    const core::Drawing drawing{1, dpi, rotation, QRect(corner, QSize(520, 610))};
                    const auto image = painter->draw(drawing, {});
                    QVERIFY(image);
                    QCOMPARE(*image, byPoppler(drawing));
                }
            }
        }
    }

    void largerGlyphCachesDrawTheSame()
    {
        (void)file(textPages(1)); // Poppler is at work while a document is open
        QVERIFY(core::largerGlyphCachesDrawTheSame());
    }

    void aPageThatWasGivenUpLeavesTheNextAsItIs()
    {
        const auto painter = KeptPainter::open(file(textPages(2)), {}, {});
        QVERIFY(painter);
        const core::Drawing first{1, 96, 0, QRect(0, 0, 800, 1067)};
        for (int patience = 0; patience < 40; patience += 3) {
            int asked = 0;
            const auto given = painter->draw(first, [&] { return ++asked > patience; });
            QCOMPARE(given.error().code, core::ErrorCode::Cancelled);
            const core::Drawing second{2, 96, 0, QRect(0, 0, 800, 1067)};
            QCOMPARE(*painter->draw(second, {}), byPoppler(second));
        }
    }

    void givingUpInAType3LetterLeavesNoHalfOfIt()
    {
        PdfBytes pdf;
        pdf.add("<< /Type /Catalog /Pages 2 0 R >>");
        pdf.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        pdf.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 5 0 R /Resources << /Font << /F1 4 0 R "
                ">> >> >>");
        pdf.add("<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar "
                "97 /LastChar 97 /Widths [1000] /Encoding << /Differences [97 /a] >> /CharProcs << /a 6 0 R >> >>");
        pdf.addStream({}, "BT /F1 20 Tf 20 100 Td (aaaa) Tj 0 -40 Td (aaaa) Tj ET");
        QByteArray letter = "1000 0 0 0 1000 1000 d1 ";
        for (int i = 0; i < 40; ++i)
            letter += QByteArray::number(i * 25) + " 0 12 1000 re f ";
        pdf.addStream({}, letter);
        const auto painter = KeptPainter::open(file(pdf.bytes()), {}, {});
        const core::Drawing drawing{1, 72, 0, QRect(0, 0, 200, 200)};
        for (int patience = 0; patience < 20; ++patience) {
            int asked = 0;
            (void)painter->draw(drawing, [&] { return ++asked > patience; });
            QCOMPARE(*painter->draw(drawing, {}), byPoppler(drawing));
        }
    }

    void scansLookAsPopplerShowsThem_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("nobodyMinds"); // edges more than colours
        const QSize size(900, 1200);
        const auto jpeg = jpegScan(gradient(size), 90);
        const QByteArray ocr = "BT 3 Tr /F1 12 Tf 100 100 Td (found) Tj ET";
        QTest::newRow("JPEG") << scanPdf({jpeg}, paper) << 16;
        QTest::newRow("grey JPEG") << scanPdf({jpegScan(gradient(size).convertToFormat(QImage::Format_Grayscale8), 90)},
                                              paper)
                                   << 16;
        QTest::newRow("with invisible text") << scanPdf({jpeg}, paper, ocr) << 16;
        QTest::newRow("turned page") << scanPdf({jpeg}, paper, {}, "/Rotate 90") << 16;
        QTest::newRow("cropped page") << scanPdf({jpeg}, paper, {}, "/CropBox [50 100 450 700]") << 16;
        QTest::newRow("fax") << scanPdf({faxScan(stripes(size))}, paper) << 40;
        QTest::newRow("fax, black is 0") << scanPdf({faxScan(stripes(size), false)}, paper) << 40;
    }

    void scansLookAsPopplerShowsThem()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, nobodyMinds);
        const QString path = file(bytes);
        const auto painter = KeptPainter::open(path, {}, {});
        const QSizeF size = m_document->page(0)->pageSizeF();
        for (const int rotation : {0, 90, 180, 270}) {
            for (const double dpi : {20.0, 54.0, 95.0}) {
                const QSizeF shown = (rotation % 180 == 0 ? size : size.transposed()) * dpi / 72;
                const QRect whole(0, 0, static_cast<int>(std::ceil(shown.width() - 1e-6)),
                                  static_cast<int>(std::ceil(shown.height() - 1e-6)));
                for (const QRect &area : {whole, QRect(whole.center() / 2, whole.size() / 3)}) {
                    const core::Drawing drawing{1, dpi, rotation, area};
                    const auto image = painter->draw(drawing, {});
                    QVERIFY(image);
                    // Splash moves a scan by up to a pixel: edges are looked at from a distance.
                    const QImage expected = byPoppler(drawing);
                    QCOMPARE(image->size(), expected.size());
                    const auto far = [](const QImage &near) {
                        return near.scaled(8, 8, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
                    };
                    const int most = distance(far(*image), far(expected));
                    QVERIFY2(most <= nobodyMinds,
                             qPrintable(u"%1 at %2 dpi, turned %3"_s.arg(most).arg(dpi).arg(rotation)));
                }
            }
        }
    }

    void whatIsUnusualIsLeftToPoppler_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QSize size(900, 1200);
        const auto jpeg = jpegScan(stripes(size), 90);
        const auto with = [&jpeg](const QByteArray &entries) {
            ScanImage changed = jpeg;
            changed.dictionary += ' ' + entries;
            return scanPdf({changed}, paper);
        };
        QTest::newRow("visible text") << scanPdf({jpeg}, paper, "BT /F1 40 Tf 100 100 Td (Seen) Tj ET");
        QTest::newRow("a line") << scanPdf({jpeg}, paper, "0 0 m 600 800 l S");
        QTest::newRow("two pictures") << scanPdf({jpeg}, paper, "q 100 0 0 100 0 0 cm /Im0 Do Q");
        QTest::newRow("an annotation") << scanPdf(
            {jpeg}, paper, {}, "/Annots [<< /Type /Annot /Subtype /Square /C [1 0 0] /Rect [100 100 300 300] >>]");
        QTest::newRow("a colour key") << with("/Mask [0 10 0 10 0 10]");
        QTest::newRow("a Decode array") << with("/Decode [1 0 1 0 1 0]");
        QTest::newRow("a colour transform") << with("/DecodeParms << /ColorTransform 0 >>");
        ScanImage lab = jpeg;
        lab.dictionary.replace("/DeviceRGB", "[/Lab << /WhitePoint [0.95 1 1.09] >>]");
        QTest::newRow("another colour space") << scanPdf({lab}, paper);
        ScanImage broken = jpeg;
        broken.data.truncate(broken.data.size() / 2);
        QTest::newRow("half a JPEG") << scanPdf({broken}, paper);
        ScanImage brokenFax = faxScan(stripes(size));
        brokenFax.data.truncate(brokenFax.data.size() / 2);
        QTest::newRow("half a fax") << scanPdf({brokenFax}, paper);
        QTest::newRow("larger than it was scanned") << scanPdf({jpegScan(stripes({300, 400}), 90)}, paper);
    }

    void whatIsUnusualIsLeftToPoppler()
    {
        QFETCH(QByteArray, bytes);
        const auto painter = KeptPainter::open(file(bytes), {}, {});
        const core::Drawing drawing{1, 96, 0, QRect(0, 0, 800, 1067)};
        QCOMPARE(*painter->draw(drawing, {}), byPoppler(drawing));
    }

    void aScanCanBeGivenUp()
    {
        const auto painter = KeptPainter::open(file(scanPdf({jpegScan(gradient({900, 1200}), 90)}, paper)), {}, {});
        int asked = 0;
        const auto image = painter->draw({1, 96, 0, QRect(0, 0, 800, 1067)}, [&] { return ++asked > 4; });
        QCOMPARE(image.error().code, core::ErrorCode::Cancelled);
        QVERIFY2(asked < 10, "it was drawn to the end");
    }
};

QTEST_GUILESS_MAIN(KeptPainterTest)
#include "tst_keptpainter.moc"
