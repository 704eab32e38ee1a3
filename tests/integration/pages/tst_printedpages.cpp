// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/pageworker/workerpool.h"
#include "tests/integration/pageworker/likeness.h"
#include "tests/support/pdfbytes.h"
#include "tests/support/stallwatch.h"
#include "ui/pages/print/printjob.h"

#include <QPrinter>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <poppler-qt6.h>

using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(ui::PrintOutcome)

namespace {

constexpr double dpi = 100; // both are looked at with

const QByteArray drawing = "0 0 1 rg 58 196 62 22 re f 0 g BT /F1 20 Tf 62 200 Td (Place) Tj ET "
                           "BT /F1 14 Tf 20 340 Td (The quick brown fox jumps) Tj ET "
                           "0.8 0.2 0.1 rg 130 40 m 190 60 170 140 150 100 c f 1 w 10 10 m 190 380 l S";

QImage drawn(Poppler::Document &document, double resolution, int rotation, int page = 0)
{
    document.setRenderHint(Poppler::Document::Antialiasing);
    document.setRenderHint(Poppler::Document::TextAntialiasing);
    const std::unique_ptr<Poppler::Page> shown(document.page(page));
    return shown
        ->renderToImage(resolution, resolution, -1, -1, -1, -1, static_cast<Poppler::Page::Rotation>(rotation / 90))
        .convertToFormat(QImage::Format_RGB32);
}

} // namespace

// From a file through the workers into a PDF, and that beside what Poppler makes of the first.
class TestPrintedPages : public QObject
{
    Q_OBJECT

private slots:
    void whatIsPrintedIsThePage_data()
    {
        QTest::addColumn<QByteArray>("entries");
        QTest::addColumn<int>("rotation");
        QTest::newRow("upright") << QByteArray("/MediaBox [0 0 300 400]") << 0;
        QTest::newRow("turned in the view") << QByteArray("/MediaBox [0 0 300 400]") << 90;
        QTest::newRow("upside down in the view") << QByteArray("/MediaBox [0 0 300 400]") << 180;
        QTest::newRow("wide") << QByteArray("/MediaBox [0 0 500 380]") << 0;
        QTest::newRow("turned by itself") << QByteArray("/MediaBox [0 0 300 400] /Rotate 90") << 0;
        QTest::newRow("cropped") << QByteArray("/MediaBox [-20 -20 400 500] /CropBox [0 0 300 390]") << 0;
    }

    void whatIsPrintedIsThePage()
    {
        QFETCH(QByteArray, entries);
        QFETCH(int, rotation);
        QVERIFY(write(PdfBytes::onePage(drawing, entries)));
        QVERIFY(print(rotation, 1, {1}));
        const auto printed = Poppler::Document::load(target());
        const auto original = Poppler::Document::load(source());
        QVERIFY(printed && original);
        QCOMPARE(printed->numPages(), 1);
        const QImage paper = drawn(*printed, dpi, 0);
        // As large as the paper takes it, in the middle of what can be printed on.
        QPageLayout layout = m_layout;
        QSizeF size = std::unique_ptr<Poppler::Page>(original->page(0))->pageSizeF();
        if (rotation % 180 != 0)
            size.transpose();
        layout.setOrientation(size.width() > size.height() ? QPageLayout::Landscape : QPageLayout::Portrait);
        QCOMPARE(paper.width() > paper.height(), size.width() > size.height());
        const QRectF area = layout.paintRect(QPageLayout::Point);
        const double scale = std::min(area.width() / size.width(), area.height() / size.height());
        QRectF place(QPointF(), size * scale);
        place.moveCenter(area.center());
        const QRect pixels = QRectF(place.topLeft() * dpi / 72, place.size() * dpi / 72).toRect();
        const QImage expected = drawn(*original, dpi * scale, rotation).scaled(pixels.size());
        const double alike = similarity(blurred(paper.copy(pixels)), blurred(expected));
        QVERIFY2(alike > 0.97, qPrintable(QString::number(alike)));
        // Around it nothing.
        QImage around = paper;
        for (int y = pixels.top() - 1; y <= pixels.bottom() + 1; ++y)
            for (int x = pixels.left() - 1; x <= pixels.right() + 1; ++x)
                if (around.rect().contains(x, y))
                    around.setPixelColor(x, y, Qt::white);
        QImage white(around.size(), QImage::Format_RGB32);
        white.fill(Qt::white);
        QVERIFY(differenceOf(around, white).isEmpty());
    }

    void rangesComeOutInOrder()
    {
        QVERIFY(write(pagesSaying({"one", "two", "three", "four"})));
        QVERIFY(print(0, 4, {2, 4}));
        const auto printed = Poppler::Document::load(target());
        QVERIFY(printed);
        QCOMPARE(printed->numPages(), 2);
        const auto original = Poppler::Document::load(source());
        for (int sheet = 0; sheet < 2; ++sheet) {
            const QRect word = extentOf(drawn(*printed, 72, 0, sheet), Qt::black);
            const QRect wanted = extentOf(drawn(*original, 72, 0, sheet == 0 ? 1 : 3), Qt::black);
            QVERIFY(!word.isEmpty());
            QVERIFY(std::abs(1.0 * word.width() / word.height() - 1.0 * wanted.width() / wanted.height()) < 0.1);
        }
    }

private:
    // A pixel more or less of a picture's place is not what is looked for.
    [[nodiscard]] static QImage blurred(const QImage &image)
    {
        return image.scaled(image.size() / 4, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
            .convertToFormat(QImage::Format_RGB32);
    }

    [[nodiscard]] static QByteArray pagesSaying(const std::vector<QByteArray> &words)
    {
        PdfBytes pdf;
        pdf.add("<< /Type /Catalog /Pages 2 0 R >>");
        QByteArray kids;
        for (std::size_t i = 0; i < words.size(); ++i)
            kids += QByteArray::number(4 + 2 * i) + " 0 R ";
        pdf.add("<< /Type /Pages /Kids [" + kids + "] /Count " + QByteArray::number(words.size()) + " >>");
        pdf.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        for (std::size_t i = 0; i < words.size(); ++i) {
            pdf.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents " + QByteArray::number(5 + 2 * i)
                    + " 0 R /Resources << /Font << /F1 3 0 R >> >> >>");
            pdf.addStream({}, "BT /F1 40 Tf 62 200 Td (" + words[i] + ") Tj ET");
        }
        return pdf.bytes();
    }

    [[nodiscard]] QString source() const { return m_folder.filePath(u"page.pdf"_s); }
    [[nodiscard]] QString target() const { return m_folder.filePath(u"printed.pdf"_s); }

    bool write(const QByteArray &bytes)
    {
        QFile file(source());
        return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size();
    }

    bool print(int rotation, int pages, const std::vector<int> &wanted)
    {
        QFile::remove(target());
        auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
        printer->setOutputFormat(QPrinter::PdfFormat);
        printer->setPageSize(QPageSize(QPageSize::A4));
        printer->setPageMargins(QMarginsF(30, 40, 30, 50), QPageLayout::Point);
        printer->setOutputFileName(target());
        m_layout = printer->pageLayout();
        ui::PrintOrder order;
        order.file = source();
        order.pages = pages;
        order.wanted = wanted;
        order.rotation = rotation;
        ui::PrintJob job(m_pool, order, printer);
        QSignalSpy finished(&job, &ui::PrintJob::finished);
        job.start();
        return QTest::qWaitFor([&finished] { return finished.count() > 0; }, 20'000)
            && finished.at(0).at(0).value<ui::PrintOutcome>().result;
    }

    QTemporaryDir m_folder;
    core::WorkerPool m_pool;
    QPageLayout m_layout;
};

// Drawing, compressing and writing are others' work: the loop is never held.
LECTERN_GUI_TEST_MAIN(TestPrintedPages)
#include "tst_printedpages.moc"
