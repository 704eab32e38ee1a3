// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/pageworker/workerpool.h"
#include "core/documents/pagegeometry.h"
#include "tests/integration/pageworker/likeness.h"
#include "tests/support/pdfbytes.h"
#include "ui/pages/view/pageview.h"

#include <QApplication>
#include <QScreen>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>
#include <QWindow>

#include <poppler-qt6.h>

#include <array>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace {

// Boxes as documents have them, and the same drawing in each: letters, curves, and a blue bar behind the word "Place".
struct Paper {
    const char *entries;
    QPointF origin; // of what is to be seen, in the page's own space
};

constexpr std::array papers{
    Paper{"/MediaBox [0 0 300 400]", {0, 0}},
    Paper{"/MediaBox [-50.5 -30.25 249.5 369.75]", {-50.5, -30.25}},
    Paper{"/MediaBox [0 0 400 500] /CropBox [60 40 360 440]", {60, 40}},
    Paper{"/MediaBox [0 0 400 500] /CropBox [60 40 360 440] /Rotate 90", {60, 40}},
    Paper{"/MediaBox [1000 -2000 1400 -1500] /CropBox [1050 -1960 1350 -1560] /Rotate 270", {1050, -1960}},
    Paper{"/MediaBox [200 300 -100 -100] /Rotate 180", {-100, -100}},
    Paper{"/MediaBox [0 0 300 400] /CropBox [-100 -100 200.4 500]", {0, 0}}, // sticks out
};
constexpr int pages = static_cast<int>(papers.size());

QByteArray document()
{
    PdfBytes pdf;
    pdf.add("<< /Type /Catalog /Pages 2 0 R >>");
    QByteArray kids;
    for (int page = 0; page < pages; ++page)
        kids += QByteArray::number(4 + 2 * page) + " 0 R ";
    pdf.add("<< /Type /Pages /Kids [" + kids + "] /Count " + QByteArray::number(pages) + " >>");
    pdf.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    for (const Paper &paper : papers) {
        const QByteArray place =
            QByteArray::number(paper.origin.x()) + ' ' + QByteArray::number(paper.origin.y()) + " cm ";
        pdf.add("<< /Type /Page /Parent 2 0 R " + QByteArray(paper.entries) + " /Contents "
                + QByteArray::number(5 + 2 * (&paper - papers.data()))
                + " 0 R /Resources << /Font << /F1 3 0 R >> >> >>");
        pdf.addStream({},
                      "q 1 0 0 1 " + place
                          + "0 0 1 rg 58 196 62 22 re f 0 g BT /F1 20 Tf 62 200 Td (Place) Tj ET "
                            "BT /F1 9 Tf 20 340 Td (The quick brown fox jumps over the lazy dog) Tj ET "
                            "0.8 0.2 0.1 rg 130 40 m 190 60 170 140 150 100 c f 0.5 w 10 10 m 190 380 l S "
                            "0.9 0.9 0.5 rg 150 300 30 20 re f Q");
    }
    return pdf.bytes();
}

constexpr QSize windowSize(900, 700); // pixels of the screen

struct Way {
    const char *name;
    ui::PageFlow flow;
};
constexpr std::array ways{
    Way{"single", {false, false, false}},
    Way{"continuous", {true, false, false}},
    Way{"two pages", {true, true, false}},
    Way{"book", {false, true, true}},
};

} // namespace

// What stands on the screen is what Poppler draws, pixel by pixel, whatever boxes a page has and however it is looked
// at; and marks stand where the words do.
class PagesOnScreenTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QFile file(m_folder.filePath(u"boxes.pdf"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(document()) > 0);
        file.close();
        m_poppler = Poppler::Document::load(file.fileName());
        QVERIFY(m_poppler);
        m_poppler->setRenderHint(Poppler::Document::Antialiasing);
        m_poppler->setRenderHint(Poppler::Document::TextAntialiasing);
        m_pool = std::make_unique<core::WorkerPool>();
        const auto opened = m_pool->open(file.fileName(), {}, {});
        QTRY_VERIFY(opened.isFinished());
        QVERIFY(opened.result());
        m_document = *opened.result();
        QCOMPARE(m_document.info.pages(), pages);
        for (int page = 1; page <= pages; ++page) {
            const auto text = m_pool->text(m_document.handle, page, core::OcrMode::Never, {});
            QTRY_VERIFY(text.isFinished());
            const auto answer = text.result();
            QVERIFY(answer);
            const auto &words = answer->words;
            const auto word = std::ranges::find(words, u"Place"_s, &core::Word::text);
            QVERIFY(word != words.end());
            m_places.push_back(word->box);
        }
        m_view = std::make_unique<ui::PageView>(*m_pool);
        m_view->setWindowFlag(Qt::FramelessWindowHint);
        m_view->resize(windowSize / m_view->devicePixelRatioF());
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        m_view->setDocument(m_document);
    }

    void cleanupTestCase() { m_view.reset(); }

    void everyPageIsWhatPopplerDraws_data() { addWays(); }
    void everyPageIsWhatPopplerDraws()
    {
        QFETCH(int, way);
        QFETCH(int, rotation);
        arrange(way, rotation);
        for (int page = 1; page <= pages; ++page) {
            const QImage screen = screenAt(page);
            int compared = 0;
            for (int other = 1; other <= pages; ++other)
                compared += isAsPopplerDraws(screen, other) ? 1 : 0;
            QVERIFY(compared >= 1);
        }
    }

    void marksStandWhereTheWordsDo_data() { addWays(); }
    void marksStandWhereTheWordsDo()
    {
        QFETCH(int, way);
        QFETCH(int, rotation);
        arrange(way, rotation);
        for (int page = 1; page <= pages; ++page) {
            const QRectF place = m_places[static_cast<size_t>(page - 1)];
            m_view->setMarks({});
            const QImage before = screenAt(page);
            m_view->setMarks({{u"mark"_s, page, place, {}, 0, ui::Tone::Sure}});
            const QImage after = screenAt(page);
            const QRect paper = m_view->geometry().pageInView(page);
            const QRect bar = extentOf(before.copy(paper), Qt::blue).translated(paper.topLeft());
            const QRect mark = differenceOf(before, after);
            QVERIFY(!bar.isEmpty() && !mark.isEmpty());
            const double ratio = m_view->devicePixelRatioF();
            const double scale = m_view->geometry().layout().scale();
            // The bar is a little larger than the word, the mark's line stands around it.
            const QPointF apart = QRectF(mark).center() - QRectF(bar).center();
            QVERIFY2(std::abs(apart.x()) <= 3 * scale + 2 * ratio && std::abs(apart.y()) <= 3 * scale + 2 * ratio,
                     qPrintable(u"page %1: %2, %3"_s.arg(page).arg(apart.x()).arg(apart.y())));
            QVERIFY(std::abs(mark.width() - bar.width()) <= 10 * scale + 8 * ratio);
            // And the other way round: whoever points there means it.
            const ui::Mark *pointed = m_view->markAt(QRectF(bar).center() / ratio);
            QVERIFY(pointed && pointed->page == page);
        }
        m_view->setMarks({});
    }

    void enlargedFarBeyondTheWindowItIsStillTheSame()
    {
        arrange(1, 0);
        m_view->setZoom(14 / m_view->devicePixelRatioF());
        m_view->reveal(3, m_places[2]);
        QVERIFY(ui::needsRegion(m_view->geometry().layout(), 3));
        QTRY_VERIFY(isRegionThere(3));
        QVERIFY(isAsPopplerDraws(shot(), 3));
        m_view->setFit(ui::Fit::Width);
    }

    void untilItIsDrawnAnewThePageIsStretched()
    {
        arrange(1, 0);
        (void)screenAt(1);
        m_view->setZoom(m_view->zoom() * 1.3);
        const QImage stretched = shot(); // before anything new could arrive
        QVERIFY(!m_view->pictures().cache().has(ui::wholePage(m_view->geometry().layout(), 1)));
        const QRect paper = m_view->geometry().pageInView(1) & stretched.rect();
        const double alike = similarity(stretched.copy(paper),
                                        byPoppler(1, paper.translated(-m_view->geometry().pageInView(1).topLeft())));
        QVERIFY2(alike > 0.85, qPrintable(QString::number(alike)));
        QTRY_VERIFY(isAllDrawn());
        QVERIFY(isAsPopplerDraws(shot(), 1));
        m_view->setFit(ui::Fit::Width);
    }

private:
    static void addWays()
    {
        QTest::addColumn<int>("way");
        QTest::addColumn<int>("rotation");
        for (size_t way = 0; way < ways.size(); ++way) {
            for (const int rotation : {0, 90, 180, 270})
                QTest::addRow("%s, %d", ways.at(way).name, rotation) << static_cast<int>(way) << rotation;
        }
    }

    void arrange(int way, int rotation)
    {
        m_view->setFlow(ways.at(static_cast<size_t>(way)).flow);
        m_view->rotate(rotation - m_view->rotation());
    }

    // The window, as it is on the screen.
    [[nodiscard]] QImage shot() const
    {
        QCoreApplication::processEvents();
        m_view->viewport()->repaint();
        const QPoint corner = m_view->viewport()->mapTo(m_view.get(), QPoint());
        const QSize size = m_view->viewport()->size();
        QImage image = m_view->screen()
                           ->grabWindow(m_view->winId(), corner.x(), corner.y(), size.width(), size.height())
                           .toImage()
                           .convertToFormat(QImage::Format_RGB32);
        image.setDevicePixelRatio(1);
        return image;
    }

    [[nodiscard]] QImage screenAt(int page)
    {
        m_view->goToPage(page);
        QImage image;
        // A picture for the scale before may still come in its place; then it is asked for again.
        (void)QTest::qWaitFor(
            [&] {
                image = isAllDrawn() ? shot() : QImage();
                return isAllDrawn() && !image.isNull();
            },
            20'000);
        return image;
    }

    [[nodiscard]] bool isAllDrawn() const
    {
        const ui::PageRange range = m_view->geometry().visiblePages();
        for (int page = range.first; page <= range.last; ++page) {
            if (!m_view->pictures().cache().has(ui::wholePage(m_view->geometry().layout(), page)))
                return false;
        }
        return true;
    }

    [[nodiscard]] bool isRegionThere(int page) const
    {
        const ui::PageLayout &layout = m_view->geometry().layout();
        return m_view->pictures().cache().region(page, ui::wantedDpi(layout), layout.rotation(),
                                                 ui::visiblePart(layout, page, m_view->geometry().viewport()));
    }

    // The picture that the view has asked for, and of it this part. area: pixels of the page as it is looked at.
    [[nodiscard]] QImage byPoppler(int page, const QRect &area) const
    {
        const ui::PageLayout &layout = m_view->geometry().layout();
        const ui::Picture *region =
            m_view->pictures().cache().region(page, ui::wantedDpi(layout), layout.rotation(),
                                              ui::visiblePart(layout, page, m_view->geometry().viewport()));
        const core::RenderRequest request{.dpi = ui::wantedDpi(layout),
                                          .rotation = layout.rotation(),
                                          .region = region ? region->key.region : QRectF()};
        const QRect asked = core::pictureArea(m_document.info.pageSizes[static_cast<size_t>(page - 1)], request);
        return m_poppler->page(page - 1)
            ->renderToImage(request.dpi, request.dpi, asked.x(), asked.y(), asked.width(), asked.height(),
                            static_cast<Poppler::Page::Rotation>(request.rotation / 90))
            .convertToFormat(QImage::Format_RGB32)
            .copy(area.translated(-asked.topLeft()));
    }

    // False when nothing of the page is in sight; fails the test when it is another picture.
    [[nodiscard]] bool isAsPopplerDraws(const QImage &screen, int page) const
    {
        const ui::PageRange range = m_view->geometry().visiblePages();
        const QRect paper = m_view->geometry().pageInView(page);
        // The last rows and columns, of the page as of the window, may be parts of pixels.
        const QRect window = QRect({}, m_view->geometry().viewport().size()).adjusted(0, 0, -1, -1);
        const QRect seen = paper.adjusted(0, 0, -1, -1) & window;
        if (!range.contains(page) || seen.isEmpty())
            return false;
        const QImage expected = byPoppler(page, seen.translated(-paper.topLeft()));
        if (screen.copy(seen) == expected)
            return true;
        const QRect wrong = differenceOf(screen.copy(seen), expected);
        qWarning("page %d differs in %d x %d pixels at %d, %d of %d x %d; likeness %f", page, wrong.width(),
                 wrong.height(), wrong.x(), wrong.y(), seen.width(), seen.height(),
                 similarity(screen.copy(seen), expected));
        QTest::qFail("not what Poppler draws", __FILE__, __LINE__);
        return true;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Poppler::Document> m_poppler;
    std::unique_ptr<core::WorkerPool> m_pool;
    core::OpenedDocument m_document;
    std::vector<QRectF> m_places; // of the word
    std::unique_ptr<ui::PageView> m_view;
};

QTEST_MAIN(PagesOnScreenTest)
#include "tst_pagesonscreen.moc"
