// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/poppler/keptpainter.h"
#include "core/documents/pagegeometry.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QTest>

#include <PDFDoc.h>
#include <poppler-qt6.h>

using namespace Qt::Literals::StringLiterals;
using core::KeptPainter;

// Over other people's documents: what is drawn with one kept device and larger glyph caches is, byte for byte, what
// Poppler's Qt interface draws; also after pages that were given up. Scans that are drawn without Splash look alike.
class SamePicturesTest : public QObject
{
    Q_OBJECT

    static constexpr int mostPages = 6; // of one document
    static constexpr qint64 patience = 8'000; // ms of one picture
    static constexpr double alike = 12; // of 255, the mean of an eighth of the page's sides

    int m_same = 0;
    int m_scans = 0;
    int m_skipped = 0;

    static core::StopCheck deadline()
    {
        QElapsedTimer clock;
        clock.start();
        return [clock] { return clock.elapsed() > patience; };
    }

    static bool isStopped(const QVariant &closure)
    {
        return (*static_cast<const core::StopCheck *>(closure.value<void *>()))();
    }

    static QImage byPoppler(const Poppler::Document &document, const core::Drawing &drawing)
    {
        const QRect &area = drawing.area;
        const core::StopCheck stop = deadline();
        return document.page(drawing.page - 1)
            ->renderToImage(drawing.dpi, drawing.dpi, area.x(), area.y(), area.width(), area.height(),
                            static_cast<Poppler::Page::Rotation>(drawing.rotation / 90), nullptr, nullptr, &isStopped,
                            QVariant::fromValue(static_cast<void *>(const_cast<core::StopCheck *>(&stop))));
    }

    // The farthest mean channel of an 8 x 8 grid.
    static double distance(const QImage &a, const QImage &b)
    {
        const auto far = [](const QImage &image) {
            return image.scaled(8, 8, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        };
        const QImage p = far(a);
        const QImage q = far(b);
        int most = 0;
        for (int i = 0; i < 64; ++i) {
            const QRgb x = p.pixel(i % 8, i / 8);
            const QRgb y = q.pixel(i % 8, i / 8);
            most = std::max({most, std::abs(qRed(x) - qRed(y)), std::abs(qGreen(x) - qGreen(y)),
                             std::abs(qBlue(x) - qBlue(y))});
        }
        return most;
    }

    void compare(const Poppler::Document &document, KeptPainter &exact, KeptPainter &direct,
                 const core::Drawing &drawing)
    {
        const QImage expected = byPoppler(document, drawing);
        if (expected.isNull()) {
            ++m_skipped;
            return;
        }
        int asked = 0;
        (void)exact.draw(drawing, [&asked] { return ++asked > 3; });
        const auto image = exact.draw(drawing, {});
        QVERIFY(image);
        QVERIFY2(*image == expected, qPrintable(u"page %1 at %2 dpi differs"_s.arg(drawing.page).arg(drawing.dpi)));
        ++m_same;
        const auto other = direct.draw(drawing, {});
        QVERIFY(other);
        if (*other == expected)
            return;
        ++m_scans;
        QCOMPARE(other->size(), expected.size());
        const double far = distance(*other, expected);
        QVERIFY2(far <= alike,
                 qPrintable(u"the scan on page %1 at %2 dpi is %3 away"_s.arg(drawing.page).arg(drawing.dpi).arg(far)));
    }

private slots:
    void initTestCase()
    {
        if (qEnvironmentVariableIsEmpty("LECTERN_TEST_DATA"))
            QSKIP("LECTERN_TEST_DATA does not name the folder of test documents");
        Poppler::setDebugErrorFunction([](const QString &, const QVariant &) {}, {});
    }

    void eachPageIsTheSame_data()
    {
        QTest::addColumn<QString>("file");
        const QDir data(qEnvironmentVariable("LECTERN_TEST_DATA"));
        QStringList files;
        QDirIterator each(data.path(), {u"*.pdf"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (each.hasNext())
            files += each.next();
        files.sort();
        for (const QString &file : files)
            QTest::newRow(qPrintable(data.relativeFilePath(file))) << file;
    }

    void eachPageIsTheSame()
    {
        QFETCH(QString, file);
        const auto document = Poppler::Document::load(file);
        if (!document || document->isLocked() || document->numPages() < 1)
            return;
        document->setRenderHint(Poppler::Document::Antialiasing);
        document->setRenderHint(Poppler::Document::TextAntialiasing);
        const auto exact = KeptPainter::open(file, {}, {.drawScansDirectly = false});
        const auto direct = KeptPainter::open(file, {}, {});
        QVERIFY(exact && direct);
        for (int page = 1; page <= std::min(mostPages, document->numPages()); ++page) {
            const auto opened = std::unique_ptr<Poppler::Page>(document->page(page - 1));
            if (!opened)
                continue;
            const double dpi = page % 2 == 0 ? 60 : 96;
            const int rotation = page % 3 == 0 ? 90 : 0;
            core::RenderRequest request{.dpi = dpi, .rotation = rotation, .region = {}};
            const QRect area = core::pictureArea(opened->pageSizeF(), request);
            if (static_cast<qint64>(area.width()) * area.height() > 20'000'000)
                continue;
            compare(*document, *exact, *direct, {page, dpi, rotation, area});
            if (QTest::currentTestFailed())
                return;
        }
    }

    void cleanupTestCase()
    {
        qInfo("%d pictures are the same, %d of them of scans that look alike when drawn directly; %d took too long", m_same,
              m_scans, m_skipped);
    }
};

QTEST_GUILESS_MAIN(SamePicturesTest)
#include "tst_samepictures.moc"
