// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/poppler/pdfdocument.h"
#include "core/documents/compactpage.h"
#include "core/documents/pagegeometry.h"
#include "tests/support/pdfbytes.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using core::ErrorCode;

namespace {

const QByteArray helloContent = "BT /F1 20 Tf 100 700 Td (Hello) Tj ET";

// Near: Poppler's boxes are as high as the font says, not as the letters are.
bool isNear(const QRectF &box, QPointF middle, double distance = 12)
{
    return QLineF(box.center(), middle).length() < distance;
}

QByteArray formPdf()
{
    PdfBytes pdf;
    pdf.add("<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R 7 0 R 8 0 R 9 0 R 12 0 R] /DR << >> >> >>");
    pdf.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    pdf.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /CropBox [100 100 500 700] /Contents 5 0 R "
            "/Annots [6 0 R 7 0 R 8 0 R 10 0 R 11 0 R 12 0 R] >>");
    pdf.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    pdf.addStream({}, "");
    pdf.add("<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /TU (Your name) /V (Ann Lee) "
            "/Rect [200 600 300 620] >>"); // 6
    pdf.add("<< /Type /Annot /Subtype /Widget /FT /Btn /T (agree) /V /Yes /AS /Yes /Rect [200 500 210 510] "
            "/AP << /N << /Yes 5 0 R /Off 5 0 R >> >> >>"); // 7
    pdf.add("<< /Type /Annot /Subtype /Widget /FT /Ch /Ff 131072 /T (city) /Opt [(Bonn) (Rome)] /V (Rome) "
            "/Rect [200 400 300 420] >>"); // 8
    pdf.add("<< /FT /Btn /Ff 49152 /T (size) /V /Big /Kids [10 0 R 11 0 R] >>"); // 9
    pdf.add("<< /Type /Annot /Subtype /Widget /Parent 9 0 R /AS /Off /Rect [200 300 210 310] "
            "/AP << /N << /Small 5 0 R /Off 5 0 R >> >> >>"); // 10
    pdf.add("<< /Type /Annot /Subtype /Widget /Parent 9 0 R /AS /Big /Rect [200 280 210 290] "
            "/AP << /N << /Big 5 0 R /Off 5 0 R >> >> >>"); // 11
    pdf.add("<< /Type /Annot /Subtype /Widget /FT /Tx /T (empty) /Rect [200 200 300 220] >>"); // 12
    return pdf.bytes();
}

// Hebrew in the order of the paper, from left to right, as producers write it: F1 has ISO 8859-8 for its letters. F2
// has Arabic presentation forms from U+FE80 on.
QByteArray rightToLeftPdf(const QByteArray &content)
{
    const auto unicode = [](const QByteArray &ranges) {
        return "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange "
               "2 beginbfrange "
            + ranges + " endbfrange endcmap end";
    };
    const QByteArray widths = " /FirstChar 0 /LastChar 255 /Widths [" + QByteArray("600 ").repeated(256) + "] >>";
    PdfBytes pdf;
    pdf.add("<< /Type /Catalog /Pages 2 0 R >>");
    pdf.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    pdf.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 8 0 R "
            "/Resources << /Font << /F1 4 0 R /F2 5 0 R >> >> >>");
    pdf.add("<< /Type /Font /Subtype /Type1 /BaseFont /Courier /ToUnicode 6 0 R" + widths);
    pdf.add("<< /Type /Font /Subtype /Type1 /BaseFont /Courier /ToUnicode 7 0 R" + widths);
    pdf.addStream({}, unicode("<20> <7E> <0020> <E0> <FA> <05D0>"));
    pdf.addStream({},
                  unicode("<20> <7E> <0020> <80> <F4> <FE80> endbfrange "
                          "1 beginbfchar <01> <06440627> endbfchar 0 beginbfrange"));
    pdf.addStream({}, content);
    return pdf.bytes();
}

// One line, as all of it is drawn at once.
QByteArray drawnAtOnce(const QByteArray &paper)
{
    return "BT /F1 20 Tf 100 700 Td <" + paper.toHex() + "> Tj ET";
}

// Every letter alone, the rightmost first.
QByteArray drawnFromTheRight(const QByteArray &paper)
{
    QByteArray content;
    for (qsizetype at = paper.size() - 1; at >= 0; --at)
        content +=
            "BT /F1 20 Tf " + QByteArray::number(100 + 12 * at) + " 700 Td <" + paper.mid(at, 1).toHex() + "> Tj ET ";
    return content;
}

QByteArray attachmentPdf()
{
    PdfBytes pdf;
    pdf.add("<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(factur-x.xml) 6 0 R] >> >> "
            "/Outlines 8 0 R >>");
    pdf.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    pdf.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 5 0 R >>");
    pdf.add("<< /Title (A title) >>");
    pdf.addStream({}, "");
    pdf.add("<< /Type /Filespec /F (factur-x.xml) /UF (factur-x.xml) /EF << /F 7 0 R >> >>");
    pdf.addStream("/Type /EmbeddedFile /Subtype /text#2Fxml", "<invoice/>");
    pdf.add("<< /Type /Outlines /First 9 0 R /Last 9 0 R /Count 1 >>");
    pdf.add("<< /Title (Chapter one) /Parent 8 0 R /Dest [3 0 R /Fit] >>");
    pdf.setTrailer("/Info 4 0 R");
    return pdf.bytes();
}

} // namespace

class PdfDocumentTest : public QObject
{
    Q_OBJECT

private:
    core::Result<std::unique_ptr<core::PagedDocument>> open(const QByteArray &bytes, const QByteArray &password = {})
    {
        QFile file(m_folder.filePath(u"%1.pdf"_s.arg(++m_files)));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return core::fail(ErrorCode::Storage);
        file.close();
        return core::PdfDocument::open(file.fileName(), password);
    }

    std::vector<core::Word> wordsOf(const QByteArray &bytes)
    {
        const auto document = open(bytes);
        const auto text = document ? (*document)->text(1, {}) : core::Result<core::PageText>();
        return document && text ? text->words : std::vector<core::Word>();
    }

    QTemporaryDir m_folder;
    int m_files = 0;

private slots:
    void boxesAreFromTheTopLeftOfThePageAsShown_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<QSizeF>("size");
        QTest::addColumn<QPointF>("middle");
        // "Hello" is about 46 points wide: its middle is at 123, 707 from the bottom left of the paper.
        QTest::newRow("plain") << QByteArray("/MediaBox [0 0 600 800]") << QSizeF(600, 800) << QPointF(123, 93);
        QTest::newRow("cropped") << QByteArray("/MediaBox [0 0 600 800] /CropBox [50 100 500 750]") << QSizeF(450, 650)
                                 << QPointF(73, 43);
        QTest::newRow("an origin elsewhere")
            << QByteArray("/MediaBox [20 30 620 830]") << QSizeF(600, 800) << QPointF(103, 123);
        QTest::newRow("turned by 90") << QByteArray("/MediaBox [0 0 600 800] /Rotate 90") << QSizeF(800, 600)
                                      << QPointF(707, 123);
        QTest::newRow("turned by 180") << QByteArray("/MediaBox [0 0 600 800] /Rotate 180") << QSizeF(600, 800)
                                       << QPointF(477, 707);
        QTest::newRow("turned by 270") << QByteArray("/MediaBox [0 0 600 800] /Rotate 270") << QSizeF(800, 600)
                                       << QPointF(93, 477);
        QTest::newRow("cropped and turned")
            << QByteArray("/MediaBox [0 0 600 800] /CropBox [50 100 500 750] /Rotate 90") << QSizeF(650, 450)
            << QPointF(607, 73);
    }

    void boxesAreFromTheTopLeftOfThePageAsShown()
    {
        QFETCH(QByteArray, page);
        QFETCH(QPointF, middle);
        const auto document = open(PdfBytes::onePage(helloContent, page));
        QVERIFY(document);
        QTEST((*document)->pageSizes().at(0), "size");
        const auto text = (*document)->text(1, {});
        QVERIFY(text && text->words.size() == 1);
        QCOMPARE(text->words[0].text, u"Hello"_s);
        QVERIFY2(isNear(text->words[0].box, middle), qPrintable(QDebug::toString(text->words[0].box)));
    }

    void theInkIsWhereTheWordsAreSaidToBe()
    {
        const auto document =
            open(PdfBytes::onePage(helloContent, "/MediaBox [0 0 600 800] /CropBox [50 100 500 750] /Rotate 270"));
        QVERIFY(document);
        const auto text = (*document)->text(1, {});
        core::RenderRequest request;
        request.dpi = 144;
        for (const int rotation : {0, 90, 180, 270}) {
            request.rotation = rotation;
            request.region = text->words.at(0).box;
            const QSizeF size = (*document)->pageSizes().at(0);
            const auto image = (*document)->draw({1, 144, rotation, core::pictureArea(size, request)}, {});
            QVERIFY(image);
            const core::RenderRequest everything{.dpi = 144, .rotation = rotation, .region = {}};
            const auto whole = (*document)->draw({1, 144, rotation, core::pictureArea(size, everything)}, {});
            const auto darkIn = [](const QImage &picture) {
                int dark = 0;
                for (int y = 0; y < picture.height(); ++y) {
                    for (int x = 0; x < picture.width(); ++x)
                        dark += qGray(picture.pixel(x, y)) < 128;
                }
                return dark;
            };
            QVERIFY(darkIn(*whole) > 50);
            QCOMPARE(darkIn(*image), darkIn(*whole));
        }
    }

    void whatIsOutsideThePageAsShownIsNotRead()
    {
        const auto words = wordsOf(PdfBytes::onePage(helloContent + " BT /F1 20 Tf 20 20 Td (hidden) Tj ET",
                                                     "/MediaBox [0 0 600 800] /CropBox [50 100 500 750]"));
        QCOMPARE(words.size(), size_t(1));
    }

    void wordsKnowTheirLineAndBlock()
    {
        const auto words = wordsOf(PdfBytes::onePage("BT /F1 12 Tf 14 TL 72 700 Td (one two) Tj T* (three) Tj ET "
                                                     "BT /F1 12 Tf 72 500 Td (far) Tj ET"));
        QCOMPARE(words.size(), size_t(4));
        QCOMPARE(words[0].line, words[1].line);
        QCOMPARE(words[2].line, words[0].line + 1);
        QCOMPARE(words[2].block, words[0].block);
        QCOMPARE(words[3].block, words[0].block + 1);
        QVERIFY(words[0].spaceAfter);
    }

    void rightToLeftIsReadAsItIsTyped_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("text");
        // "shalom olam", from left to right on the paper
        const QByteArray shalom = "\xed\xec\xe5\xf2 \xed\xe5\xec\xf9";
        const QByteArray tishri = "\xe9\xf8\xf9\xfa";
        QTest::newRow("at once") << drawnAtOnce(shalom) << u"שלום עולם"_s;
        QTest::newRow("letter by letter") << drawnFromTheRight(shalom) << u"שלום עולם"_s;
        QTest::newRow("among Latin words")
            << drawnAtOnce("Mixed abc " + tishri + " 123 end") << u"Mixed abc תשרי 123 end"_s;
        QTest::newRow("Latin words at its end") << drawnAtOnce("abc def ghi " + shalom) << u"abc def ghi שלום עולם"_s;
        QTest::newRow("Latin word among it") << drawnAtOnce(tishri + " abc " + shalom) << u"שלום עולם abc תשרי"_s;
        QTest::newRow("with a number") << drawnAtOnce("2024 " + tishri) << u"תשרי 2024"_s;
        QTest::newRow("with a number at a word") << drawnAtOnce("12.5-" + tishri) << u"תשרי-12.5"_s;
        QTest::newRow("with a share") << drawnAtOnce("12% " + tishri) << u"תשרי 12%"_s;
        QTest::newRow("presentation forms") << QByteArray("BT /F2 20 Tf 100 700 Td <E2DFB4> Tj ET") << u"سلم"_s;
    }

    void rightToLeftIsReadAsItIsTyped()
    {
        QFETCH(QByteArray, content);
        QTEST(core::runningText(wordsOf(rightToLeftPdf(content))), "text");
    }

    void onePictureOfSeveralLettersIsReadAsItIsTyped_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("text");
        QTest::newRow("ligature") << QByteArray("BT /F2 20 Tf 100 700 Td <E101B4> Tj ET") << u"سلام"_s;
        QTest::newRow("text given by the producer")
            << QByteArray("/Span << /ActualText <FEFF05E905DC05D505DD002000310032> >> BDC "
                          "BT /F1 20 Tf 100 700 Td (abcdefg) Tj ET EMC")
            << u"שלום 12"_s;
    }

    void onePictureOfSeveralLettersIsReadAsItIsTyped()
    {
#ifdef PUBLIC_POPPLER
        QSKIP("Poppler's Qt interface does not tell which letters these are");
#endif
        QFETCH(QByteArray, content);
        QTEST(core::runningText(wordsOf(rightToLeftPdf(content))), "text");
    }

    void everyWordOfAMixedLineHasItsPlace()
    {
        // Courier: every letter is 12 points wide.
        const auto words = wordsOf(rightToLeftPdf(drawnAtOnce("2024-\xe9\xf8\xf9\xfa abc \xed\xe5\xec\xf9")));
        const std::vector<std::tuple<QString, int, int>> expected{
            {u"שלום"_s, 268, 316}, {u"abc"_s, 220, 256}, {u"תשרי-"_s, 148, 208}, {u"2024"_s, 100, 148}};
        QCOMPARE(words.size(), expected.size());
        for (size_t i = 0; i < words.size(); ++i) {
            const auto &[text, left, right] = expected[i];
            QCOMPARE(words[i].text, text);
            QCOMPARE(qRound(words[i].box.left()), left);
            QCOMPARE(qRound(words[i].box.right()), right);
            QCOMPARE(words[i].line, words[0].line);
        }
    }

    void formValuesCarryTheirLabelAndPlace()
    {
        const auto document = open(formPdf());
        QVERIFY(document);
        const auto values = (*document)->extras({}).formValues;
        std::map<QString, core::FormValue> byName;
        for (const auto &value : values)
            byName[value.name] = value;
        QCOMPARE(byName.size(), size_t(4));
        QCOMPARE(byName[u"name"_s].value, u"Ann Lee"_s);
        QCOMPARE(byName[u"name"_s].label, u"Your name"_s);
        QVERIFY2(isNear(byName[u"name"_s].place.box, {150, 90}, 1),
                 qPrintable(QDebug::toString(byName[u"name"_s].place.box)));
        QCOMPARE(byName[u"agree"_s].value, u"true"_s);
        QCOMPARE(byName[u"city"_s].value, u"Rome"_s);
        QCOMPARE(byName[u"size"_s].value, u"true"_s);
        QVERIFY(isNear(byName[u"size"_s].place.box, {105, 415}, 1));
    }

    void attachmentsOutlineAndTitleAreRead()
    {
        const auto document = open(attachmentPdf());
        QVERIFY(document);
        QCOMPARE((*document)->title(), u"A title"_s);
        const auto attachments = (*document)->extras({}).attachments;
        QCOMPARE(attachments.size(), size_t(1));
        QCOMPARE(attachments[0].name, u"factur-x.xml"_s);
        QCOMPARE(attachments[0].mimeType, u"text/xml"_s);
        QCOMPARE(attachments[0].data, QByteArray("<invoice/>"));
        const auto outline = (*document)->outline();
        QCOMPARE(outline.size(), size_t(1));
        QCOMPARE(outline[0].title, u"Chapter one"_s);
        QCOMPARE(outline[0].page, 1);
    }

    void workThatIsNoLongerWantedEnds()
    {
        const auto document = open(PdfBytes::onePage(helloContent));
        QVERIFY(document);
        const core::StopCheck stop = [] { return true; };
        QVERIFY((*document)->draw({1, 72, 0, QRect(0, 0, 10, 10)}, stop).error().code == ErrorCode::Cancelled);
        QVERIFY((*document)->text(1, stop).error().code == ErrorCode::Cancelled);
    }

    void whatIsBrokenSaysSo()
    {
        QVERIFY(open("%PDF-1.7 and nothing else").error().code == ErrorCode::BrokenDocument);
        const auto document = open(PdfBytes::onePage(helloContent));
        QVERIFY((*document)->text(2, {}).error().code == ErrorCode::BrokenDocument);
    }
};

QTEST_GUILESS_MAIN(PdfDocumentTest)
#include "tst_pdfdocument.moc"
