// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/pageworker/workerpool.h"
#include "tests/support/pdfbytes.h"
#include "tests/support/stallwatch.h"
#include "ui/pages/view/pageview.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

// Where words stand, from the file to the screen and back, on pages of every kind.
class TestPageRegions : public QObject
{
    Q_OBJECT

    static constexpr int enough = 30'000; // ms; a worker is started for each case, on a machine with other work

private slots:
    void aRubberBandOverAWordReturnsIt_data()
    {
        QTest::addColumn<QByteArray>("entries");
        QTest::addColumn<int>("rotation");
        const std::vector<std::pair<const char *, QByteArray>> pages{
            {"plain", "/MediaBox [0 0 612 792]"},
            {"odd MediaBox", "/MediaBox [-100 50 512 842]"},
            {"CropBox", "/MediaBox [0 0 612 792] /CropBox [50 400 500 760]"},
            {"odd MediaBox, CropBox, turned", "/MediaBox [-100 50 712 942] /CropBox [20 300 600 800] /Rotate 90"},
            {"turned by 270", "/MediaBox [0 0 612 792] /CropBox [50 400 500 760] /Rotate 270"},
            {"upside down", "/MediaBox [612 792 0 0] /Rotate 180"}};
        for (const auto &[name, entries] : pages) {
            for (const int rotation : {0, 90, 180, 270})
                QTest::addRow("%s, view turned by %d", name, rotation) << entries << rotation;
        }
    }

    void aRubberBandOverAWordReturnsIt()
    {
        QFETCH(QByteArray, entries);
        QFETCH(int, rotation);
        core::WorkerPool pool;
        ui::PageView view(pool);
        view.resize(800, 800);
        view.show();
        QVERIFY(open(pool, view, entries));
        view.rotate(rotation);
        view.setFit(ui::Fit::Page);
        QTRY_VERIFY_WITH_TIMEOUT(view.words().words(1), enough);
        view.setDrawing(true);
        // The blue box is drawn around "target": found in the picture, as somebody would who draws a band around it.
        QTRY_VERIFY_WITH_TIMEOUT(!blue(view).isEmpty(), enough);
        const QRect seen = blue(view);
        QSignalSpy drawn(&view, &ui::PageView::regionDrawn);
        drag(view, seen.topLeft() - QPoint(1, 1), seen.bottomRight() + QPoint(1, 1));
        QCOMPARE(drawn.count(), 1);
        QCOMPARE(drawn.at(0).at(2).toString(), u"target"_s);
        const QRectF box = drawn.at(0).at(1).toRectF();
        const auto words = view.words().words(1);
        QVERIFY(box.contains(words->span(words->inside(box).front()).box().center()));
        // And back: the box that was told lies where the band was.
        const QRectF again = view.geometry().toView(1, box);
        QVERIFY(QLineF(again.center(), QRectF(seen).center()).length() < 3);
    }

private:
    bool open(core::WorkerPool &pool, ui::PageView &view, const QByteArray &entries)
    {
        const QByteArray content = "0 0 1 RG 2 w 195 595 90 30 re S BT /F1 20 Tf 110 600 Td (before) Tj "
                                   "90 0 Td (target) Tj 110 0 Td (after) Tj -110 -60 Td (below) Tj ET";
        QFile file(m_folder.filePath(u"page.pdf"_s));
        const QByteArray bytes = PdfBytes::onePage(content, entries);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return false;
        file.close();
        const auto opened = pool.open(file.fileName(), {}, {});
        if (!QTest::qWaitFor([&opened] { return opened.isFinished(); }) || !opened.result())
            return false;
        view.setDocument(*opened.result());
        return true;
    }

    // The blue frame on the screen, in logical pixels.
    static QRect blue(ui::PageView &view)
    {
        const QImage image = view.viewport()->grab().toImage();
        QRect frame;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor colour = image.pixelColor(x, y);
                if (colour.blue() > 150 && colour.red() < 80 && colour.green() < 80)
                    frame |= QRect(x, y, 1, 1);
            }
        }
        return frame;
    }

    static void drag(ui::PageView &view, const QPoint &from, const QPoint &to)
    {
        QWidget *area = view.viewport();
        QTest::mousePress(area, Qt::LeftButton, {}, from, 1000);
        QMouseEvent move(QEvent::MouseMove, to, area->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(area, &move);
        QTest::mouseRelease(area, Qt::LeftButton, {}, to);
    }

    QTemporaryDir m_folder;
};

LECTERN_GUI_TEST_MAIN(TestPageRegions)
#include "tst_pageregions.moc"
