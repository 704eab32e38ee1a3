// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakepagesource.h"
#include "tests/support/stallwatch.h"
#include "ui/pages/view/pageview.h"

#include <QNativeGestureEvent>
#include <QPointingDevice>
#include <QProxyStyle>
#include <QScrollBar>
#include <QSignalSpy>
#include <QWheelEvent>

namespace {

// Wants motion, or none, whatever the platform says.
class MotionStyle : public QProxyStyle
{
public:
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override
    {
        return hint == SH_Widget_Animation_Duration ? duration : QProxyStyle::styleHint(hint, option, widget, data);
    }

    int duration = 200;
};

} // namespace

class TestFling : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_source = std::make_unique<FakePageSource>();
        m_source->add(QStringLiteral("a.pdf"), 100);
        m_view = std::make_unique<ui::PageView>(*m_source);
        m_style.duration = 200;
        m_view->setStyle(&m_style);
        m_view->resize(700, 500);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        const auto opened = m_source->open(QStringLiteral("a.pdf"), {}, {});
        QTRY_VERIFY(opened.isFinished());
        m_view->setDocument(*opened.result());
        QTRY_VERIFY(m_view->pictures().isIdle());
    }

    void cleanup() { m_view.reset(); }

    void speedIsThatOfTheLastMoment()
    {
        ui::FlickTracker tracker;
        QVERIFY(tracker.velocity(0).isNull());
        for (int at = 0; at <= 400; at += 10)
            tracker.add({0, at < 300 ? 0.0 : (at - 300) * 2.0}, at); // rests, then moves
        QCOMPARE(tracker.velocity(405), QPointF(0, 2000));
        QVERIFY(tracker.velocity(500).isNull()); // was held before it was let go
        tracker.clear();
        tracker.add({}, 0);
        tracker.add({0, 5}, 90);
        QVERIFY(tracker.velocity(90).isNull()); // hardly moved
        tracker.clear();
        tracker.add({}, 0);
        tracker.add({3000, 4000}, 1);
        QCOMPARE(std::round(tracker.velocity(1).manhattanLength()), 8000 * 1.4); // nobody is that quick
    }

    void whatIsThrownGlidesOnAndComesToRest()
    {
        m_view->fling({0, 2000});
        QTRY_VERIFY(down()->value() > 100);
        const int early = down()->value();
        QTRY_VERIFY(down()->value() > early + 200); // nobody scrolls
        int last = -1;
        QTRY_VERIFY(std::exchange(last, down()->value()) == down()->value());
    }

    void itGlidesAsFarAsItsSpeedSays()
    {
        const double ratio = m_view->devicePixelRatioF();
        m_view->fling({0, 3000});
        QTRY_COMPARE(down()->value(), static_cast<int>(std::lround(1000 * ratio)));
    }

    void itRestsAtTheEndOfThePages()
    {
        m_view->goToPage(2);
        m_view->fling({0, -8000});
        QTRY_COMPARE(down()->value(), 0);
        QTRY_VERIFY(!m_view->stopGliding());
    }

    void aKeyOrAClickStopsIt_data()
    {
        QTest::addColumn<bool>("key");
        QTest::newRow("key") << true;
        QTest::newRow("click") << false;
    }

    void aKeyOrAClickStopsIt()
    {
        QFETCH(bool, key);
        m_view->fling({0, 8000});
        QTRY_VERIFY(down()->value() > 0);
        if (key)
            QTest::keyClick(m_view.get(), Qt::Key_Shift);
        else
            QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, {5, 5});
        const int stopped = down()->value();
        QVERIFY(!m_view->stopGliding());
        QVERIFY(!QTest::qWaitFor([&] { return down()->value() != stopped; }, 80));
    }

    void nothingGlidesWhereNoMotionIsWanted()
    {
        m_style.duration = 0;
        m_view->fling({0, 3000});
        QVERIFY(!m_view->stopGliding());
        QCOMPARE(down()->value(), 0);
    }

    void aPageThatIsDraggedAndLetGoGlidesOn()
    {
        // By the middle button, 30 pixels every 10 milliseconds.
        mouse(QEvent::MouseButtonPress, 400, 0);
        for (int step = 1; step <= 5; ++step)
            mouse(QEvent::MouseMove, 400 - 30 * step, 10 * step);
        const int dragged = down()->value();
        QCOMPARE(dragged, static_cast<int>(150 * m_view->devicePixelRatioF()));
        mouse(QEvent::MouseButtonRelease, 250, 52);
        QTRY_VERIFY(down()->value() > dragged + 300);
    }

    void aPageThatIsHeldBeforeItIsLetGoStays()
    {
        mouse(QEvent::MouseButtonPress, 400, 0);
        for (int step = 1; step <= 5; ++step)
            mouse(QEvent::MouseMove, 400 - 30 * step, 10 * step);
        mouse(QEvent::MouseButtonRelease, 250, 400);
        QVERIFY(!m_view->stopGliding());
    }

    void aFingerDragsAndThrowsThePages()
    {
        // Where also a screen of few logical pixels has them: what is outside of it gets no touch.
        touch().press(0, {200, 250}).commit();
        for (int step = 1; step <= 6; ++step)
            touch().move(0, {200, 250 - 40 * step}).commit();
        const int dragged = down()->value();
        QVERIFY(dragged >= 200);
        QVERIFY(m_view->selection().isEmpty());
        touch().release(0, {200, 10}).commit();
        QTRY_VERIFY(down()->value() > dragged + 200);
        // And stops them.
        touch().press(0, {200, 200}).commit();
        touch().release(0, {200, 200}).commit();
        QVERIFY(!m_view->stopGliding());
    }

    void aTapPointsAtWhatAClickWould()
    {
        ui::Mark mark;
        mark.id = QStringLiteral("total");
        mark.page = 1;
        mark.box = QRectF(100, 100, 200, 30);
        m_view->setMarks({mark});
        QSignalSpy chosen(m_view.get(), &ui::PageView::markChosen);
        const QPoint at = m_view->geometry().toView(1, mark.box).center().toPoint();
        touch().press(0, at).commit();
        touch().release(0, at).commit();
        QCOMPARE(chosen.count(), 1);
    }

    void whileABandIsDrawnAFingerIsAMouse()
    {
        m_view->setDrawing(true);
        touch().press(0, {300, 400}).commit();
        touch().move(0, {300, 200}).commit();
        QCOMPARE(down()->value(), 0);
        touch().release(0, {300, 200}).commit();
    }

    void fingersThatLeaveATouchpadThrowThePages()
    {
        wheel(0, Qt::ScrollBegin, 0);
        for (int step = 1; step <= 6; ++step)
            wheel(-30, Qt::ScrollUpdate, 10 * step);
        const int scrolled = down()->value();
        QVERIFY(scrolled > 0);
        wheel(0, Qt::ScrollEnd, 65);
        QTRY_VERIFY(down()->value() > scrolled + 300);
    }

    void twoFingersZoomWhereTheyAre()
    {
        const double zoom = m_view->zoom();
        const QPointF at(350, 200);
        const ui::PagePoint place = m_view->geometry().nearest(at);
        QNativeGestureEvent event(Qt::ZoomNativeGesture, QPointingDevice::primaryPointingDevice(), 2, at, at,
                                  m_view->viewport()->mapToGlobal(at), 0.5, QPointF());
        QCoreApplication::sendEvent(m_view->viewport(), &event);
        QVERIFY(std::abs(m_view->zoom() - 1.5 * zoom) < 0.01);
        QVERIFY(QLineF(m_view->geometry().nearest(at).point, place.point).length() < 2);
    }

private:
    [[nodiscard]] QScrollBar *down() const { return m_view->verticalScrollBar(); }

    void mouse(QEvent::Type type, double y, quint64 at)
    {
        const QPointF position(300, y);
        QMouseEvent event(type, position, m_view->viewport()->mapToGlobal(position),
                          type == QEvent::MouseMove ? Qt::NoButton : Qt::MiddleButton,
                          type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::MiddleButton, Qt::NoModifier);
        event.setTimestamp(1000 + at);
        QCoreApplication::sendEvent(m_view->viewport(), &event);
    }

    void wheel(int y, Qt::ScrollPhase phase, quint64 at)
    {
        const QPointF position(300, 200);
        QWheelEvent event(position, m_view->viewport()->mapToGlobal(position), {0, y}, {0, 4 * y}, Qt::NoButton,
                          Qt::NoModifier, phase, false);
        event.setTimestamp(1000 + at);
        QCoreApplication::sendEvent(m_view->viewport(), &event);
    }

    [[nodiscard]] QTest::QTouchEventWidgetSequence touch() const
    {
        return QTest::touchEvent(m_view->viewport(), m_finger, false);
    }

    QPointingDevice *m_finger = QTest::createTouchDevice();
    MotionStyle m_style;
    std::unique_ptr<FakePageSource> m_source;
    std::unique_ptr<ui::PageView> m_view;
};

LECTERN_GUI_TEST_MAIN(TestFling)
#include "tst_fling.moc"
