// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakepagesource.h"
#include "tests/support/stallwatch.h"
#include "ui/pages/documentpane.h"
#include "ui/pages/view/magnifier.h"
#include "ui/pages/view/pageview.h"

#include <QAction>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;

class TestMagnifier : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_source = std::make_unique<FakePageSource>();
        m_source->add(u"/docs/book.pdf"_s, 20);
        m_source->add(u"/docs/other.pdf"_s, 1);
        m_pane = std::make_unique<ui::DocumentPane>(*m_source);
        m_pane->resize(900, 700);
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
        QVERIFY(open(u"/docs/book.pdf"_s));
        QTRY_VERIFY(view()->pictures().isIdle());
    }

    void cleanup() { m_pane.reset(); }

    void theGlassShowsWhatIsUnderItLargerAndSharp_data()
    {
        QTest::addColumn<int>("rotation");
        for (const int rotation : {0, 90, 180, 270})
            QTest::addRow("%d degrees", rotation) << rotation;
    }

    void theGlassShowsWhatIsUnderItLargerAndSharp()
    {
        QFETCH(int, rotation);
        view()->rotate(rotation);
        QTest::keyClick(m_pane.get(), Qt::Key_6, Qt::ControlModifier);
        QVERIFY(glass().isOn());
        const QPoint at(310, 300);
        QTest::mouseMove(view()->viewport(), at);
        QTRY_VERIFY(glass().isSharp());
        const ui::PagePoint place = view()->geometry().nearest(at);
        QCOMPARE(glass().place().page, place.page);
        QVERIFY(QLineF(glass().place().point, place.point).length() < 1);
        const core::RenderRequest request = lastOfGlass();
        QVERIFY(std::abs(request.dpi - glass().factor() * ui::wantedDpi(view()->geometry().layout())) < 0.5);
        // Beside its middle is what the page has there, pixel by pixel.
        const QImage drawn = FakePageSource::draw(request, {595, 842}).convertToFormat(QImage::Format_RGB32);
        const QImage seen = glass().grab().toImage().convertToFormat(QImage::Format_RGB32);
        const QImage middle =
            seen.copy(QRect(QPoint(), seen.size() / 3).translated(seen.width() / 3, seen.height() / 3));
        QVERIFY(contains(drawn, middle));
    }

    void untilItIsDrawnThePageIsStretched()
    {
        m_source->holdRenders = true;
        glass().setOn(true);
        QVERIFY(!glass().isSharp());
        const QImage seen = glass().grab().toImage();
        int ink = 0;
        for (int x = 0; x < seen.width(); ++x)
            for (int y = 0; y < seen.height(); ++y)
                ink += qGray(seen.pixel(x, y)) < 90 ? 1 : 0;
        QVERIFY(ink > 200);
        m_source->releaseRenders();
        QTRY_VERIFY(glass().isSharp());
    }

    void aSmallMoveAsksForNothing()
    {
        glass().setOn(true);
        QTRY_VERIFY(glass().isSharp());
        const auto before = m_source->renders.size();
        QTest::keyClick(view(), Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY(glass().isSharp());
        QCOMPARE(m_source->renders.size(), before);
    }

    void theKeyboardReachesEverything()
    {
        glass().setOn(true);
        const ui::PagePoint first = glass().place();
        QTest::keyClick(view(), Qt::Key_Down);
        QVERIFY(glass().place().point.y() > first.point.y());
        QTest::keyClick(view(), Qt::Key_Left);
        QVERIFY(glass().place().point.x() < first.point.x());
        const int factor = glass().factor();
        QTest::keyClick(view(), Qt::Key_Plus);
        QCOMPARE(glass().factor(), factor + 1);
        for (int i = 0; i < 60; ++i)
            QTest::keyClick(view(), Qt::Key_Down); // off the edge: the pages come along
        QVERIFY(glass().place().page > first.page);
        QVERIFY(view()->viewport()->rect().intersects(glass().geometry()));
        QTest::keyClick(view(), Qt::Key_Escape);
        QVERIFY(!glass().isOn());
        QVERIFY(!action()->isChecked());
    }

    void itBeginsOverTheSelection()
    {
        QTRY_VERIFY(view()->words().words(1));
        const auto words = view()->words().words(1);
        ui::TextSelection selection;
        selection.begin({1, 5}, {1, 5});
        view()->setSelection(selection);
        action()->trigger();
        QVERIFY(words->span(5).box().adjusted(-1, -1, 1, 1).contains(glass().place().point));
    }

    void scrollingShowsWhatIsUnderItNow()
    {
        glass().setOn(true);
        const double before = glass().place().point.y();
        view()->scrollByPixels({0, 50});
        QVERIFY(glass().place().point.y() > before || glass().place().page > 1);
        QTRY_VERIFY(glass().isSharp());
    }

    void itGoesWithTheDocument()
    {
        glass().setOn(true);
        QVERIFY(open(u"/docs/other.pdf"_s));
        QVERIFY(!glass().isOn());
        m_pane->clear();
        glass().setOn(true);
        QVERIFY(!glass().isOn());
    }

private:
    [[nodiscard]] bool open(const QString &file)
    {
        QSignalSpy opened(m_pane.get(), &ui::DocumentPane::opened);
        m_pane->open(file);
        return opened.wait();
    }

    [[nodiscard]] ui::PageView *view() const { return m_pane->findChild<ui::PageView *>(); }
    [[nodiscard]] ui::Magnifier &glass() const { return view()->magnifier(); }

    [[nodiscard]] QAction *action() const
    {
        for (QAction *action : m_pane->commands())
            if (action->objectName() == u"magnifierAction"_s)
                return action;
        return nullptr;
    }

    [[nodiscard]] core::RenderRequest lastOfGlass() const
    {
        for (auto asked = m_source->renders.rbegin(); asked != m_source->renders.rend(); ++asked)
            if (!asked->request.region.isEmpty())
                return asked->request;
        return {};
    }

    // Whether the small picture lies somewhere in the large one.
    static bool contains(const QImage &large, const QImage &small)
    {
        const auto row = [](const QImage &image, int y) {
            return reinterpret_cast<const QRgb *>(image.constScanLine(y));
        };
        const auto same = [](QRgb a, QRgb b) { return (a & RGB_MASK) == (b & RGB_MASK); };
        for (int top = 0; top + small.height() <= large.height(); ++top) {
            for (int left = 0; left + small.width() <= large.width(); ++left) {
                bool all = true;
                for (int y = 0; all && y < small.height(); ++y)
                    all = std::equal(row(small, y), row(small, y) + small.width(), row(large, top + y) + left, same);
                if (all)
                    return true;
            }
        }
        return false;
    }

    std::unique_ptr<FakePageSource> m_source;
    std::unique_ptr<ui::DocumentPane> m_pane;
};

LECTERN_GUI_TEST_MAIN(TestMagnifier)
#include "tst_magnifier.moc"
