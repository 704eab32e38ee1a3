// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakepagesource.h"
#include "tests/support/stallwatch.h"
#include "ui/pages/marks/markpainter.h"
#include "ui/pages/placepicture.h"
#include "ui/pages/view/pageview.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QWheelEvent>

namespace {

const QSizeF a4(595, 842);
const QRectF box(200, 120, 90, 14); // points, between the words

class PaintCount : public QObject
{
public:
    int count = 0;

private:
    bool eventFilter(QObject *, QEvent *event) override
    {
        count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
};

// Where pixels of about this colour are.
QRect extentOf(const QImage &screen, const QColor &colour)
{
    const QImage image = screen.convertToFormat(QImage::Format_RGB32);
    QRect extent;
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const int difference = std::abs(qRed(line[x]) - colour.red()) + std::abs(qGreen(line[x]) - colour.green())
                + std::abs(qBlue(line[x]) - colour.blue());
            if (difference < 60)
                extent |= QRect(x, y, 1, 1);
        }
    }
    return extent;
}

} // namespace

class TestPageView : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_source = std::make_unique<FakePageSource>();
        m_source->add(QStringLiteral("a.pdf"), 300, a4);
        m_view = std::make_unique<ui::PageView>(*m_source);
        m_view->resize(700, 500);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }

    void cleanup() { m_view.reset(); }

    void turningThereAndBackKeepsThePlace()
    {
        openPages();
        QScrollBar *down = m_view->verticalScrollBar();
        m_view->goToPage(7);
        down->setValue(down->value() + 240);
        const int before = down->value();
        for (int i = 0; i < 4; ++i)
            m_view->rotate(90);
        QCOMPARE(m_view->rotation(), 0);
        QVERIFY2(std::abs(down->value() - before) <= 1, qPrintable(QString::number(down->value() - before)));
        m_view->rotate(90);
        QCOMPARE(m_view->currentPage(), 7);
        m_view->goToPage(9);
        m_view->rotate(-90); // went on reading meanwhile
        QCOMPARE(m_view->currentPage(), 9);
    }

    void thePageFillsTheWidthAndIsDrawnPixelByPixel()
    {
        openPages();
        const QRect page = m_view->geometry().pageInView(1);
        const double ratio = m_view->devicePixelRatioF();
        QVERIFY(std::abs(page.width() / ratio - (m_view->viewport()->width() - 24)) <= 1);
        const ui::Picture *picture = m_view->pictures().cache().nearest(1, 1, 0);
        QVERIFY(std::abs(picture->image.width() - page.width()) <= 1);
        // The picture on the screen is the one that was drawn, unfiltered.
        const QImage screen = grab();
        const QRect part = page & screen.rect().adjusted(0, 0, 0, -1);
        for (int x = part.left() + 2; x < part.left() + picture->image.width() - 2; x += 7)
            QCOMPARE(screen.pixelColor(x, part.top() + 90).rgb(),
                     picture->image.pixelColor(x - page.left(), part.top() + 90 - page.top()).rgb());
    }

    void aPlacesPictureIsTurnedWithTheViewBeforeThePageIsDrawnAgain()
    {
        openPages();
        const QImage upright = ui::placePicture(*m_view, 1, QRectF(60, 40, 200, 100));
        QVERIFY(!upright.isNull());
        QSignalSpy rotated(m_view.get(), &ui::PageView::rotated);
        m_source->holdRenders = true;
        m_view->rotate(90);
        QCOMPARE(rotated.size(), 1);
        QCOMPARE(ui::placePicture(*m_view, 1, QRectF(60, 40, 200, 100)).size(), upright.size().transposed());
        QCOMPARE(ui::placePicture(*m_view, 1, QRectF(60, 40, 200, 100)),
                 upright.transformed(QTransform().rotate(90)));
    }

    void aMarkIsDrawnWhereItsBoxIs_data()
    {
        QTest::addColumn<double>("zoom");
        QTest::addColumn<int>("rotation");
        for (const double zoom : {1.0, 1.5})
            for (const int rotation : {0, 90, 180, 270})
                QTest::addRow("%g %%, %d degrees", zoom * 100, rotation) << zoom << rotation;
    }

    void aMarkIsDrawnWhereItsBoxIs()
    {
        QFETCH(double, zoom);
        QFETCH(int, rotation);
        m_view->resize(1400, 1300);
        openPages();
        m_view->rotate(rotation);
        m_view->setZoom(zoom);
        const QRectF edge = rotation == 180 ? QRectF(200, 660, 90, 14) : box; // in sight without scrolling
        m_view->setMarks({{QStringLiteral("total"), 1, edge, {}, 0, ui::Tone::Sure}});
        m_view->goToPage(1);
        m_view->horizontalScrollBar()->setValue(m_view->geometry().centredOffset());
        const double ratio = m_view->devicePixelRatioF();
        const double scale = zoom * 96 / 72;
        // Worked out by hand: how far the box is from the sides that are left and on top after turning.
        QRectF turned = edge;
        if (rotation == 90)
            turned = QRectF(842 - edge.bottom(), edge.left(), edge.height(), edge.width());
        else if (rotation == 180)
            turned = QRectF(595 - edge.right(), 842 - edge.bottom(), edge.width(), edge.height());
        else if (rotation == 270)
            turned = QRectF(edge.top(), 595 - edge.right(), edge.height(), edge.width());
        const double pageWidth = (rotation % 180 == 0 ? 595 : 842) * scale;
        const double left = (m_view->viewport()->width() - pageWidth) / 2;
        const double line = 2 + 1.25;
        const QRectF expected(left + turned.left() * scale - line, 12 + turned.top() * scale - line,
                              turned.width() * scale + 2 * line, turned.height() * scale + 2 * line);
        const QRect found = extentOf(grab(), ui::inkColour(ui::Tone::Sure));
        const auto isNear = [ratio](double a, double b) { return std::abs(a / ratio - b) <= 1.6; };
        QVERIFY2(isNear(found.left(), expected.left()) && isNear(found.right() + 1, expected.right())
                     && isNear(found.top(), expected.top()) && isNear(found.bottom() + 1, expected.bottom()),
                 qPrintable(QStringLiteral("%1 %2 %3 %4")
                                .arg(found.left())
                                .arg(found.top())
                                .arg(expected.left())
                                .arg(expected.top())));
    }

    void aMarkHidesNoInk()
    {
        openPages();
        const core::PageText text = FakePageSource::wordsOf(1, a4);
        const QRectF word = text.words.at(6).box;
        const auto darkest = [this, word] {
            const QRectF inView = m_view->geometry().toView(1, word);
            const double ratio = m_view->devicePixelRatioF();
            const QImage cut = grab().copy(QRectF(inView.topLeft() * ratio, inView.size() * ratio).toRect());
            int least = 255;
            for (int y = 0; y < cut.height(); ++y)
                for (int x = 0; x < cut.width(); ++x)
                    least = std::min(least, qGray(cut.pixel(x, y)));
            return least;
        };
        const int before = darkest();
        m_view->setMarks({{QStringLiteral("a"), 1, word, QStringLiteral("Name"), 1, ui::Tone::Doubtful}});
        m_view->chooseMark(QStringLiteral("a"));
        QVERIFY(before < 100);
        QVERIFY(darkest() <= before);
    }

    void scrollingAsksForTheNewestPagesFirst()
    {
        openPages();
        m_source->holdRenders = true;
        m_source->renders.clear();
        for (const int page : {60, 120, 180, 240}) {
            m_view->goToPage(page);
            QTRY_VERIFY(!m_source->renders.empty() && m_source->renders.back().request.page >= page);
        }
        int running = 0;
        for (const auto &asked : m_source->renders) {
            const bool isNewest = asked.request.page >= 239;
            QVERIFY2(isNewest || asked.stop.stop_requested(), qPrintable(QString::number(asked.request.page)));
            running += isNewest && !asked.stop.stop_requested() ? 1 : 0;
        }
        QVERIFY(running >= 1);
        m_source->holdRenders = false;
        m_source->releaseRenders();
        QTRY_VERIFY(m_view->pictures().cache().nearest(240, 96, 0));
        QVERIFY(!m_view->pictures().cache().nearest(120, 96, 0));
    }

    void thePageUnderThePointerStaysThereWhenZooming()
    {
        openPages();
        m_view->goToPage(7);
        const QPointF pointer(200, 300);
        const ui::PagePoint before = m_view->geometry().nearest(pointer);
        QWheelEvent wheel(pointer, m_view->mapToGlobal(pointer), {}, {0, 240}, Qt::NoButton, Qt::ControlModifier,
                          Qt::NoScrollPhase, false);
        const double zoom = m_view->zoom();
        QCoreApplication::sendEvent(m_view->viewport(), &wheel);
        QVERIFY(m_view->zoom() > zoom * 1.3);
        const ui::PagePoint after = m_view->geometry().nearest(pointer);
        QCOMPARE(after.page, before.page);
        QVERIFY(QLineF(after.point, before.point).length() < 2);
    }

    void picturesOfPagesOutOfSightPaintNothing()
    {
        openPages();
        QTRY_VERIFY(m_view->pictures().isIdle());
        PaintCount paints;
        m_view->viewport()->installEventFilter(&paints);
        const auto isSkimmed = [this] {
            for (int page = 1; page <= m_view->pages(); ++page) {
                if (!m_view->pictures().thumbnails().has(page))
                    return false;
            }
            return true;
        };
        QTRY_VERIFY(isSkimmed());
        QVERIFY2(paints.count <= 4, qPrintable(QString::number(paints.count))); // words and links of page 1
    }

    void zoomingStretchesAtOnceAndDrawsOnce()
    {
        openPages();
        QTRY_VERIFY(m_view->pictures().isIdle());
        m_source->renders.clear();
        for (int i = 0; i < 5; ++i)
            m_view->zoomStep(1);
        QVERIFY(m_source->renders.empty());
        QVERIFY(m_view->pictures().cache().nearest(1, 96, 0)); // stretched meanwhile
        QTRY_VERIFY(m_view->pictures().cache().has(ui::wholePage(m_view->geometry().layout(), 1)));
        const double wanted = ui::wantedDpi(m_view->geometry().layout());
        for (const auto &asked : m_source->renders) {
            if (asked.request.priority != static_cast<int>(ui::Urgency::Skim))
                QCOMPARE(asked.request.dpi, wanted);
        }
    }

    void aHugeZoomIsDrawnByRegionsAndStaysSharp()
    {
        openPages();
        m_view->setZoom(12);
        const auto sharp = [this] {
            const auto &layout = m_view->geometry().layout();
            return m_view->pictures().cache().region(1, ui::wantedDpi(layout), 0,
                                                     ui::visiblePart(layout, 1, m_view->geometry().viewport()));
        };
        QTRY_VERIFY(sharp());
        m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->value() + 3000);
        QTRY_VERIFY(sharp());
        for (const auto &asked : m_source->renders) {
            const QSizeF size = asked.request.region.isEmpty() ? a4 : asked.request.region.size();
            QVERIFY(size.width() * size.height() * asked.request.dpi * asked.request.dpi / 72 / 72 < 17e6);
        }
    }

    void keysMoveThroughTheDocument()
    {
        openPages();
        QTest::keyClick(m_view.get(), Qt::Key_End);
        QCOMPARE(m_view->currentPage(), 300);
        QTest::keyClick(m_view.get(), Qt::Key_Home);
        QCOMPARE(m_view->verticalScrollBar()->value(), 0);
        QTest::keyClick(m_view.get(), Qt::Key_PageDown);
        const int screen = m_view->verticalScrollBar()->value();
        QVERIFY(screen > 0);
        QTest::keyClick(m_view.get(), Qt::Key_Space);
        QCOMPARE(m_view->verticalScrollBar()->value(), 2 * screen);
        QTest::keyClick(m_view.get(), Qt::Key_Space, Qt::ShiftModifier);
        QTest::keyClick(m_view.get(), Qt::Key_PageUp);
        QCOMPARE(m_view->verticalScrollBar()->value(), 0);
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QVERIFY(m_view->verticalScrollBar()->value() > 0);
    }

    void aChosenMarkIsScrolledToInTime()
    {
        openPages();
        m_view->setMarks({{QStringLiteral("far"), 200, box, {}, 0, ui::Tone::Doubtful}});
        QElapsedTimer clock;
        clock.start();
        m_view->chooseMark(QStringLiteral("far"));
        const auto inSight = [this] {
            return QRectF(m_view->viewport()->rect()).contains(m_view->geometry().toView(200, box));
        };
        QTRY_VERIFY(inSight());
        QVERIFY2(clock.elapsed() < 400, qPrintable(QString::number(clock.elapsed()))); // 120, and a busy machine
        const int there = m_view->verticalScrollBar()->value();
        m_view->chooseMark(QString());
        m_view->chooseMark(QStringLiteral("far"));
        QCOMPARE(m_view->verticalScrollBar()->value(), there); // it is in sight already
    }

    void thePageOfAChosenMarkIsAskedForFirstAndAtOnce()
    {
        openPages();
        const QRectF atTheTop(200, 4, 90, 14); // so that most of what is in sight is the page before
        m_view->setMarks({{QStringLiteral("far"), 200, atTheTop, {}, 0, ui::Tone::Doubtful}});
        const std::size_t before = m_source->renders.size();
        m_view->chooseMark(QStringLiteral("far"));
        QVERIFY(QRectF(m_view->viewport()->rect()).contains(m_view->geometry().toView(200, atTheTop)));
        QVERIFY(m_source->renders.size() > before);
        QCOMPARE(m_source->renders.at(before).request.page, 200);
    }

    void aChosenPageIsPaintedOnceItIsDrawnOrSoonWithoutIt()
    {
        openPages();
        PaintCount paints;
        m_view->viewport()->installEventFilter(&paints);
        m_view->setMarks({{QStringLiteral("far"), 200, box, {}, 0, ui::Tone::Doubtful},
                          {QStringLiteral("farther"), 250, box, {}, 0, ui::Tone::Doubtful}});
        m_source->holdRenders = true;
        QTRY_VERIFY(paints.count > 0);
        QCoreApplication::processEvents();
        paints.count = 0;
        QElapsedTimer clock;
        clock.start();
        m_view->chooseMark(QStringLiteral("far"));
        QCoreApplication::processEvents();
        const int before = paints.count;
        const bool isInTime = clock.elapsed() < 20;
        m_source->releaseRenders();
        QTRY_VERIFY(m_view->pictures().cache().nearest(200, 1, 0) && paints.count > 0);
        QVERIFY2(before == 0 || !isInTime, qPrintable(QString::number(before)));
        paints.count = 0;
        m_view->chooseMark(QStringLiteral("farther"));
        QTRY_VERIFY(paints.count > 0);
        QVERIFY(!m_view->pictures().cache().nearest(250, 1, 0));
    }

    void thePageThatIsLikelyToBeSoughtNextIsDrawnWhileThereIsTime()
    {
        openPages();
        m_view->lookAhead(200);
        QTRY_VERIFY(m_view->pictures().cache().nearest(200, 1, 0));
        QCOMPARE(m_view->currentPage(), 1);
    }

    void aPageThatCannotBeDrawnSaysSoAndIsTriedAgain()
    {
        m_source->brokenPages.insert(1, core::ErrorCode::WorkerLost);
        openPages();
        QTRY_VERIFY(m_view->pictures().failure(1));
        const QRectF area(m_view->viewport()->rect());
        const auto asked = m_source->renders.size();
        m_source->brokenPages.clear();
        QPointF link;
        for (double y = 0; y < area.height() && link.isNull(); y += 5)
            if (m_view->failedPageAt({area.center().x(), y}))
                link = QPointF(area.center().x(), y);
        QVERIFY(!link.isNull());
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, link.toPoint());
        QTRY_VERIFY(m_view->pictures().cache().nearest(1, 96, 0));
        QVERIFY(m_source->renders.size() > asked);
        QVERIFY(!m_view->failedPageAt(link));
    }

    void aBrokenPageIsNotAskedForOverAndOver()
    {
        m_source->brokenPages.insert(2, core::ErrorCode::Timeout);
        openPages();
        QTRY_VERIFY(m_view->pictures().failure(2));
        m_view->goToPage(10);
        m_view->goToPage(2);
        QTRY_VERIFY(m_view->pictures().cache().nearest(3, 96, 0));
        QCOMPARE(std::count_if(m_source->renders.begin(), m_source->renders.end(),
                               [](const auto &asked) { return asked.request.page == 2; }),
                 1);
    }

    void aPageAtATimeIsTurnedAtItsEnd()
    {
        openPages();
        m_view->setFlow({.continuous = false});
        m_view->setFit(ui::Fit::Page);
        QCOMPARE(m_view->verticalScrollBar()->maximum(), 0);
        QTest::keyClick(m_view.get(), Qt::Key_PageDown);
        QCOMPARE(m_view->currentPage(), 2);
        QCOMPARE(m_view->geometry().visiblePages(), (ui::PageRange{2, 2}));
        QTRY_VERIFY(m_view->pictures().cache().nearest(2, 96, 0));
        m_view->setFit(ui::Fit::Width);
        QCOMPARE(m_view->currentPage(), 2);
        m_view->scrollByPixels({0, 100000}); // to its end, then over it
        QCOMPARE(m_view->currentPage(), 2);
        m_view->scrollByPixels({0, 10});
        QCOMPARE(m_view->currentPage(), 3);
        QCOMPARE(m_view->verticalScrollBar()->value(), 0);
        m_view->scrollByPixels({0, -10});
        QCOMPARE(m_view->currentPage(), 2);
        QCOMPARE(m_view->verticalScrollBar()->value(), m_view->verticalScrollBar()->maximum());
        QTest::keyClick(m_view.get(), Qt::Key_End);
        QCOMPARE(m_view->currentPage(), 300);
        m_view->reveal(7, box);
        QCOMPARE(m_view->currentPage(), 7);
        QVERIFY(QRectF(m_view->viewport()->rect()).contains(m_view->geometry().toView(7, box)));
    }

    void twoPagesAreHitWhereTheyStand()
    {
        openPages();
        m_view->setFlow({.sideBySide = true});
        for (const int page : {1, 2}) {
            QVERIFY(m_view->geometry().visiblePages().contains(page));
            const QPointF middle = m_view->geometry().toView(page, box).center();
            const auto place = m_view->geometry().at(middle);
            QVERIFY(place);
            QCOMPARE(place->page, page);
            QVERIFY(QLineF(place->point, box.center()).length() < 0.01);
        }
        m_view->goToRow(1);
        QCOMPARE(m_view->currentPage(), 3);
    }

    void theWayBackLeadsWhereTheReaderWas()
    {
        openPages();
        m_view->goToPage(10);
        m_view->scrollByPixels({0, 123});
        const QPoint before = m_view->geometry().viewport().topLeft();
        m_view->jumpTo({200, {0, 300}});
        QCOMPARE(m_view->currentPage(), 200);
        const QPoint there = m_view->geometry().viewport().topLeft();
        m_view->goBack();
        QVERIFY(std::abs(m_view->geometry().viewport().top() - before.y()) <= 1);
        QVERIFY(!m_view->history().canGoBack());
        m_view->goForward();
        QVERIFY(std::abs(m_view->geometry().viewport().top() - there.y()) <= 1);
        m_view->goBack();
        m_view->jumpTo({5, {}});
        QVERIFY(!m_view->history().canGoForward());
    }

private:
    void openPages()
    {
        m_source->openHandles.insert(1, QStringLiteral("a.pdf"));
        core::OpenedDocument document;
        document.handle = 1;
        document.info.pageSizes = m_source->documents[QStringLiteral("a.pdf")].sizes;
        m_view->setDocument(document);
        QTRY_VERIFY(m_view->pictures().cache().nearest(1, 96, 0) || m_view->pictures().failure(1));
    }

    [[nodiscard]] QImage grab() const
    {
        QImage image = m_view->viewport()->grab().toImage();
        image.setDevicePixelRatio(1);
        return image;
    }

    std::unique_ptr<FakePageSource> m_source;
    std::unique_ptr<ui::PageView> m_view;
};

LECTERN_GUI_TEST_MAIN(TestPageView)
#include "tst_pageview.moc"
