// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/poppler/pdfdocument.h"
#include "core/documents/pagesource.h"
#include "tests/support/pdfbytes.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using core::ErrorCode;
using core::PageLink;

namespace {

// Three pages: as they are, turned by 90, cropped. Object 3, 4, 5. What else is given goes into the catalog, objects
// from 8 on.
PdfBytes threePages(const QByteArray &catalog, const QByteArray &annotations = {})
{
    PdfBytes pdf;
    pdf.add("<< /Type /Catalog /Pages 2 0 R " + catalog + " >>");
    pdf.add("<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R] /Count 3 >>");
    const QByteArray page = "<< /Type /Page /Parent 2 0 R /Contents 7 0 R /MediaBox [0 0 600 800] ";
    pdf.add(page + (annotations.isEmpty() ? QByteArray() : "/Annots [" + annotations + "]") + " >>");
    pdf.add(page + "/Rotate 90 >>");
    pdf.add(page + "/CropBox [50 100 500 750] >>");
    pdf.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    pdf.addStream({}, "");
    return pdf;
}

QByteArray outlinePdf()
{
    PdfBytes pdf = threePages("/Outlines 8 0 R /Names << /Dests << /Names [(there) [5 0 R /XYZ 100 700 0]] >> >>");
    pdf.add("<< /Type /Outlines /First 9 0 R /Last 13 0 R /Count 5 >>");
    pdf.add("<< /Title (One) /Parent 8 0 R /Next 11 0 R /Dest [3 0 R /XYZ 0 700 0] /First 10 0 R /Last 10 0 R "
            "/Count 1 >>"); // 9
    pdf.add("<< /Title (Turned) /Parent 9 0 R /Dest [4 0 R /XYZ 100 700 0] >>"); // 10
    pdf.add("<< /Title (By name) /Parent 8 0 R /Prev 9 0 R /Next 12 0 R /Dest (there) /First 14 0 R /Last 14 0 R "
            "/Count -1 >>"); // 11
    pdf.add("<< /Title (Fits) /Parent 8 0 R /Prev 11 0 R /Next 13 0 R /Dest [5 0 R /Fit] >>"); // 12
    pdf.add("<< /Title (Elsewhere) /Parent 8 0 R /Prev 12 0 R /A << /S /GoToR /F (other.pdf) /D [0 /Fit] >> >>"); // 13
    pdf.add("<< /Title (No page) /Parent 11 0 R /Dest [99 0 R /Fit] >>"); // 14
    return pdf.bytes();
}

QByteArray link(const QByteArray &what)
{
    return "<< /Type /Annot /Subtype /Link /Rect [100 700 200 720] /Border [0 0 0] " + what + " >>";
}

QByteArray linksPdf(const std::vector<QByteArray> &links)
{
    QByteArray numbers;
    for (std::size_t i = 0; i < links.size(); ++i)
        numbers += QByteArray::number(static_cast<int>(8 + i)) + " 0 R ";
    PdfBytes pdf = threePages({}, numbers);
    for (const QByteArray &each : links)
        pdf.add(link(each));
    return pdf.bytes();
}

// Two layers that exclude each other, and one below a heading with another below itself.
QByteArray layersPdf()
{
    PdfBytes pdf;
    pdf.add("<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [6 0 R 7 0 R 8 0 R 9 0 R] /D << /BaseState /ON "
            "/OFF [7 0 R] /RBGroups [[6 0 R 7 0 R]] /Order [6 0 R 7 0 R [(Notes) 8 0 R [9 0 R]]] >> >> >>");
    pdf.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    pdf.add("<< /Type /Page /Parent 2 0 R /Contents 5 0 R /MediaBox [0 0 100 100] /Resources << /Properties "
            "<< /A 6 0 R /B 7 0 R /C 8 0 R /D 9 0 R >> >> >>");
    pdf.add("<< >>");
    pdf.addStream({},
                  "/OC /A BDC 1 0 0 rg 0 0 50 50 re f EMC /OC /B BDC 0 0 1 rg 50 0 50 50 re f EMC "
                  "/OC /C BDC 0 1 0 rg 0 50 50 50 re f EMC /OC /D BDC 0 g 50 50 50 50 re f EMC");
    for (const char *name : {"English", "Deutsch", "Remarks", "Details"})
        pdf.add("<< /Type /OCG /Name (" + QByteArray(name) + ") >>");
    return pdf.bytes();
}

QByteArray attachmentsPdf(const QByteArray &parameters, const QByteArray &content)
{
    PdfBytes pdf = threePages("/Names << /EmbeddedFiles << /Names [(a) 8 0 R] >> >>");
    pdf.add("<< /Type /Filespec /F (../../notes.txt) /UF (../../notes.txt) /Desc (What was said) "
            "/EF << /F 9 0 R >> >>");
    pdf.addStream("/Type /EmbeddedFile /Subtype /text#2Fplain " + parameters, content);
    return pdf.bytes();
}

} // namespace

class PdfFactsTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<core::PagedDocument> open(const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(u"%1.pdf"_s.arg(++m_files)));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return {};
        file.close();
        auto document = core::PdfDocument::open(file.fileName(), {});
        return document ? *std::move(document) : nullptr;
    }

    PageLink only(const QByteArray &what)
    {
        const auto document = open(linksPdf({what}));
        const auto links = document ? document->links(1) : std::vector<PageLink>();
        return links.size() == 1 ? links[0] : PageLink{{}, PageLink::Kind::Place, {-1, 0}, {}, {}};
    }

    // Red, blue, green, black: which of the four squares are there.
    static QByteArray squares(core::PagedDocument &document, const core::LayerStates &states)
    {
        core::Drawing drawing{1, 72, 0, QRect(0, 0, 100, 100)};
        drawing.layers = states;
        const auto image = document.draw(drawing, {});
        QByteArray seen;
        for (const QPoint at : {QPoint(25, 75), QPoint(75, 75), QPoint(25, 25), QPoint(75, 25)})
            seen += image && image->pixelColor(at) != QColor(Qt::white) ? '#' : '.';
        return seen;
    }

    QTemporaryDir m_folder;
    int m_files = 0;

private slots:
    void chaptersLeadToTheirPlaceNotOnlyToTheirPage()
    {
        const auto document = open(outlinePdf());
        QVERIFY(document);
        const auto outline = document->outline();
        QCOMPARE(outline.size(), std::size_t(6));
        QCOMPARE(outline[0], (core::OutlineEntry{u"One"_s, 1, 0, 100, true}));
        QCOMPARE(outline[1], (core::OutlineEntry{u"Turned"_s, 2, 1, 100, false}));
        QCOMPARE(outline[2], (core::OutlineEntry{u"By name"_s, 3, 0, 50, false}));
        QCOMPARE(outline[3].title, u"No page"_s);
        QCOMPARE(outline[3].page, 0);
        QCOMPARE(outline[4], (core::OutlineEntry{u"Fits"_s, 3, 0, 0, false}));
        QCOMPARE(outline[5].page, 0); // in another document
    }

    void anOutlineThatGoesInCirclesEnds()
    {
        PdfBytes pdf = threePages("/Outlines 8 0 R");
        pdf.add("<< /Type /Outlines /First 9 0 R /Last 9 0 R /Count 1 >>");
        pdf.add("<< /Title (Round) /Parent 8 0 R /Next 9 0 R /First 9 0 R /Last 9 0 R /Count 1 /Dest [3 0 R /Fit] >>");
        const auto document = open(pdf.bytes());
        QVERIFY(document);
        QVERIFY(document->outline().size() <= static_cast<std::size_t>(core::bounds::mostOutlineEntries));
    }

    void pagesHaveLabelsWhereTheDocumentSaysSo()
    {
        const auto labelled = open(threePages("/PageLabels << /Nums [0 << /S /r >> 2 << /S /D /P (A-) >>] >>").bytes());
        QVERIFY(labelled);
        QCOMPARE(labelled->facts({}).pageLabels, (std::vector<QString>{u"i"_s, u"ii"_s, u"A-1"_s}));
        QVERIFY(open(threePages({}).bytes())->facts({}).pageLabels.empty());
        QVERIFY(open(threePages("/PageLabels << /Nums [0 << /S /D >>] >>").bytes())->facts({}).pageLabels.empty());
    }

    void aLabelAsLongAsABookIsCut()
    {
        const auto document =
            open(threePages("/PageLabels << /Nums [0 << /P (" + QByteArray(50'000, 'x') + ") >>] >>").bytes());
        QVERIFY(document);
        for (const QString &label : document->facts({}).pageLabels)
            QVERIFY(label.size() <= core::bounds::longestPageLabel);
    }

    void aLinkKnowsWhereItLiesAndWhereItLeads()
    {
        const PageLink link = only("/Dest [5 0 R /XYZ 0 700 0]");
        QVERIFY(link.kind == PageLink::Kind::Place);
        QCOMPARE(link.destination, (core::Destination{3, 50}));
        QCOMPARE(link.area.toRect(), QRect(100, 80, 100, 20));
        QCOMPARE(only("/A << /S /Named /N /LastPage >>").destination, (core::Destination{3, 0}));
        QCOMPARE(only("/A << /S /Named /N /PrevPage >>").destination, (core::Destination{1, 0}));
    }

    void anAddressIsToldAsItStands()
    {
        const PageLink link = only("/A << /S /URI /URI (https://example.org/a?b=c) >>");
        QVERIFY(link.kind == PageLink::Kind::Address);
        QCOMPARE(link.address, u"https://example.org/a?b=c"_s);
        const PageLink script = only("/A << /S /URI /URI (javascript:alert\\(1\\)) >>");
        QVERIFY(script.kind == PageLink::Kind::Address); // whether it may be opened is decided elsewhere
        QCOMPARE(script.address, u"javascript:alert(1)"_s);
    }

    void whatIsNotDoneIsNamed_data()
    {
        QTest::addColumn<QByteArray>("action");
        QTest::addColumn<PageLink::Refusal>("refusal");
        using Refusal = PageLink::Refusal;
        QTest::newRow("program") << QByteArray("/A << /S /Launch /F (/bin/sh) >>") << Refusal::Program;
        QTest::newRow("script") << QByteArray("/A << /S /JavaScript /JS (app.alert) >>") << Refusal::Script;
        QTest::newRow("other file") << QByteArray("/A << /S /GoToR /F (/etc/passwd) /D [0 /Fit] >>")
                                    << Refusal::OtherFile;
        QTest::newRow("two megabytes") << "/A << /S /URI /URI (https://example.org/" + QByteArray(2 << 20, 'a') + ") >>"
                                       << Refusal::TooLong;
        QTest::newRow("no page") << QByteArray("/Dest [99 0 R /Fit]") << Refusal::Unknown;
        QTest::newRow("print") << QByteArray("/A << /S /Named /N /Print >>") << Refusal::Unknown;
    }

    void whatIsNotDoneIsNamed()
    {
        QFETCH(QByteArray, action);
        QFETCH(PageLink::Refusal, refusal);
        const PageLink link = only(action);
        QVERIFY(link.kind == PageLink::Kind::Refused);
        QVERIFY(link.refusal == refusal);
        QVERIFY(link.address.isEmpty());
    }

    void oneHundredThousandLinksAreTooMany()
    {
        PdfBytes pdf = threePages({}, QByteArray("8 0 R ").repeated(100'000));
        pdf.add(link("/Dest [3 0 R /Fit]"));
        const auto document = open(pdf.bytes());
        QVERIFY(document);
        QVERIFY(document->links(1).size() <= static_cast<std::size_t>(core::bounds::mostLinks));
    }

    void layersAreListedAsTheDocumentOrdersThem()
    {
        const auto document = open(layersPdf());
        QVERIFY(document);
        const auto layers = document->facts({}).layers;
        QCOMPARE(layers.size(), std::size_t(5));
        QCOMPARE(layers[0], (core::LayerEntry{u"English"_s, 0, false, true, true}));
        QCOMPARE(layers[1].isOn, false);
        QCOMPARE(layers[2].name, u"Notes"_s);
        QVERIFY(layers[2].isHeading);
        QCOMPARE(layers[3].name, u"Remarks"_s);
        QCOMPARE(layers[4].name, u"Details"_s);
        QCOMPARE(layers[4].level, layers[3].level + 1);
        QCOMPARE(core::statesOf(layers), QByteArray("\1\0\0\1\1", 5));
    }

    void oneOfTwoThatExcludeEachOtherSwitchesTheOther()
    {
        const auto document = open(layersPdf());
        QCOMPARE(squares(*document, {}), QByteArray("#.##"));
        const auto switched = core::statesOf(document->switchLayer({}, 1, true));
        QCOMPARE(switched, QByteArray("\0\1\0\1\1", 5));
        QCOMPARE(squares(*document, switched), QByteArray(".###"));
#ifdef PUBLIC_POPPLER
        QEXPECT_FAIL("", "Poppler takes the notes for Deutsch's own, and turns them off with it", Continue);
#endif
        QCOMPARE(squares(*document, {}), QByteArray("#.##")); // others see it as it opens
        const auto other = open(layersPdf()); // another worker knows from the states alone
        QCOMPARE(squares(*other, switched), QByteArray(".###"));
    }

    void whatIsBelowALayerGoesAndComesBackWithIt()
    {
        const auto document = open(layersPdf());
        const auto without = document->switchLayer({}, 3, false);
        QVERIFY(!without[4].isEnabled);
        QVERIFY(without[4].isOn); // wanted all the same
        QCOMPARE(squares(*document, core::statesOf(without)), QByteArray("#..."));
        const auto other = open(layersPdf());
        const auto again = other->switchLayer(core::statesOf(without), 3, true);
        QCOMPARE(squares(*other, core::statesOf(again)), QByteArray("#.##"));
        const auto noDetails = other->switchLayer(core::statesOf(again), 4, false);
        const auto both = other->switchLayer(core::statesOf(noDetails), 3, false);
        QVERIFY(!both[4].isOn);
        const auto remarksOnly = document->switchLayer(core::statesOf(both), 3, true);
        QCOMPARE(squares(*document, core::statesOf(remarksOnly)), QByteArray("#.#."));
    }

    void statesOfAnotherDocumentMeanNothing()
    {
        const auto document = open(layersPdf());
        QCOMPARE(squares(*document, QByteArray(77, '\1')), QByteArray("#.##"));
        QCOMPARE(document->switchLayer({}, -1, true), document->facts({}).layers);
        QCOMPARE(document->switchLayer({}, 5000, true), document->facts({}).layers);
        QVERIFY(open(threePages({}).bytes())->switchLayer(QByteArray(5, '\1'), 0, true).empty());
    }

    void attachmentsAreListedAndHandedOver()
    {
        const auto document = open(attachmentsPdf("/Params << /Size 5 /ModDate (D:20240507120000Z) >>", "Hello"));
        QVERIFY(document);
        const auto attachments = document->facts({}).attachments;
        QCOMPARE(attachments.size(), std::size_t(1));
        QCOMPARE(attachments[0].description, u"What was said"_s);
        QCOMPARE(attachments[0].bytes, 5);
        QCOMPARE(attachments[0].modified.toUTC().date(), QDate(2024, 5, 7));
        QCOMPARE(document->attachment(0).value_or(QByteArray()), QByteArray("Hello"));
        QVERIFY(document->attachment(1).error().code == ErrorCode::NotFound);
        QVERIFY(document->attachment(-1).error().code == ErrorCode::NotFound);
    }

    void attachmentsBeyondThoseThatAreListedAreCounted()
    {
        constexpr int all = core::bounds::mostAttachments + 13;
        QByteArray names;
        for (int i = 0; i < all; ++i)
            names += '(' + QByteArray::number(i).rightJustified(5, '0') + ") 8 0 R ";
        PdfBytes pdf = threePages("/Names << /EmbeddedFiles << /Names [" + names + "] >> >>");
        pdf.add("<< /Type /Filespec /F (same.txt) /EF << /F 9 0 R >> >>");
        pdf.addStream("/Type /EmbeddedFile", "Hello");
        const core::DocumentFacts facts = open(pdf.bytes())->facts({});
        QCOMPARE(facts.attachments.size(), std::size_t(core::bounds::mostAttachments));
        QCOMPARE(facts.allAttachments, all);
    }

    void attachmentsThatArePinnedToPagesAreListedAfterTheDocumentsOwn()
    {
        PdfBytes pdf = threePages("/Names << /EmbeddedFiles << /Names [(a) 8 0 R] >> >>", "10 0 R 11 0 R 14 0 R");
        pdf.add("<< /Type /Filespec /F (own.txt) /EF << /F 9 0 R >> >>");
        pdf.addStream("/Type /EmbeddedFile", "own");
        pdf.add("<< /Type /Annot /Subtype /FileAttachment /Rect [10 10 30 30] /FS 12 0 R /Contents (See here) >>");
        pdf.add("<< /Type /Annot /Subtype /Text /Rect [50 10 70 30] /Contents (a note) >>");
        pdf.add("<< /Type /Filespec /F (pinned.txt) /EF << /F 13 0 R >> >>");
        pdf.addStream("/Type /EmbeddedFile /Params << /Size 6 >>", "pinned");
        pdf.add("<< /Type /Annot /Subtype /FileAttachment /Rect [80 10 99 30] /FS (nothing) >>");
        const auto document = open(pdf.bytes());
        QVERIFY(document);
        const auto attachments = document->facts({}).attachments;
        QVERIFY(attachments.size() >= 2);
        QCOMPARE(attachments[0].name, u"own.txt"_s);
        QCOMPARE(attachments[0].page, 0);
        QCOMPARE(attachments[1].name, u"pinned.txt"_s);
        QCOMPARE(attachments[1].page, 1);
        QCOMPARE(attachments[1].description, u"See here"_s);
        QCOMPARE(document->attachment(0).value_or(QByteArray()), QByteArray("own"));
        QCOMPARE(document->attachment(1).value_or(QByteArray()), QByteArray("pinned"));
        QVERIFY(!document->attachment(2)); // it only names a file somewhere else
    }

    void anAttachmentThatClaimsToBeHugeIsNotRead()
    {
        const auto document = open(attachmentsPdf("/Params << /Size 2000000000 >>", "Hello"));
        QVERIFY(document);
        QVERIFY(document->attachment(0).error().code == ErrorCode::LimitReached);
    }

    void propertiesAreTold()
    {
        PdfBytes pdf = threePages("/Version /2.0");
        pdf.add("<< /Title (T) /Author (A) /Subject (S) /Keywords (K) /Creator (C) /Producer (P) "
                "/CreationDate (D:20240507120000Z) /ModDate (nonsense) >>");
        pdf.setTrailer("/Info 8 0 R");
        const auto document = open(pdf.bytes());
        QVERIFY(document);
        const auto properties = document->properties({});
        QCOMPARE(properties.title + properties.author + properties.subject + properties.keywords + properties.creator
                     + properties.producer,
                 u"TASKCP"_s);
        QCOMPARE(properties.created.toUTC(), QDateTime(QDate(2024, 5, 7), QTime(12, 0), Qt::UTC));
        QVERIFY(!properties.modified.isValid());
        QCOMPARE(properties.format, u"PDF 2.0"_s);
        QVERIFY(!properties.isEncrypted);
        QCOMPARE(properties.fontsOfPages, 3);
    }

    void fontsAreNamed()
    {
        const auto document = open(PdfBytes::onePage("BT /F1 20 Tf 100 700 Td (Hello) Tj ET"));
        const auto fonts = document->properties({}).fonts;
        QCOMPARE(fonts.size(), std::size_t(1));
        QCOMPARE(fonts[0], (core::FontEntry{u"Helvetica"_s, u"Type 1"_s, false, false}));
    }
};

QTEST_GUILESS_MAIN(PdfFactsTest)
#include "tst_pdffacts.moc"
