// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakepagesource.h"
#include "tests/support/stallwatch.h"
#include "ui/pages/documentpane.h"
#include "ui/pages/marks/markpainter.h"
#include "ui/pages/panels/thumbnailstrip.h"
#include "ui/pages/placepicture.h"
#include "ui/pages/view/pageview.h"

#include <QPainter>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;

class TestPaperDimmer : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_source = std::make_unique<FakePageSource>();
        m_source->add(u"a.pdf"_s, 30);
        m_view = std::make_unique<ui::PageView>(*m_source);
        m_view->resize(700, 500);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        const auto opened = m_source->open(u"a.pdf"_s, {}, {});
        QTRY_VERIFY(opened.isFinished());
        m_view->setDocument(*opened.result());
        QTRY_VERIFY(m_view->words().words(1));
        QTRY_VERIFY(m_view->pictures().isIdle());
    }

    void cleanup() { m_view.reset(); }

    void evidenceLooksTheSameToTheByte_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light window") << false;
        QTest::newRow("dark window") << true;
    }

    void evidenceLooksTheSameToTheByte()
    {
        QFETCH(bool, dark);
        if (dark)
            m_view->setPalette(QPalette(QColor(0xee, 0xee, 0xee), Qt::black));
        std::vector<ui::Mark> marks;
        int tone = 0;
        for (const ui::Tone each : {ui::Tone::Sure, ui::Tone::Doubtful, ui::Tone::Ambiguous, ui::Tone::Corrected}) {
            ui::Mark mark;
            mark.id = QString::number(tone);
            mark.page = 1;
            mark.box = QRectF(80.3 + 20 * tone, 60.7 + 55 * tone, 90.1, 13.3);
            mark.tone = each;
            mark.label = u"Field %1"_s.arg(tone);
            mark.number = tone == 2 ? 1 : 0;
            marks.push_back(mark);
            ++tone;
        }
        m_view->setMarks(marks);
        m_view->chooseMark(u"1"_s);
        const QImage bright = grab();
        m_view->setPaperDimmed(true);
        const QImage dimmed = grab();
        QCOMPARE(dimmed.size(), bright.size());

        // What there is of evidence: where the marks change what is seen at all.
        m_view->setMarks({});
        m_view->setPaperDimmed(false);
        const QImage plain = grab();
        int evidence = 0;
        for (int y = 0; y < bright.height(); ++y) {
            for (int x = 0; x < bright.width(); ++x) {
                if (bright.pixel(x, y) == plain.pixel(x, y))
                    continue;
                ++evidence;
                if (bright.pixel(x, y) != dimmed.pixel(x, y))
                    QFAIL(qPrintable(u"%1, %2: %3 and %4"_s.arg(x).arg(y).arg(bright.pixelColor(x, y).name(),
                                                                              dimmed.pixelColor(x, y).name())));
            }
        }
        QVERIFY(evidence > 2000);
    }

    void onlyThePaperIsDarker()
    {
        const QImage bright = grab();
        m_view->setPaperDimmed(true);
        const QImage dimmed = grab();
        const QRect paper = m_view->geometry().pageInView(1) & bright.rect();
        int darker = 0;
        for (int y = 0; y < bright.height(); y += 3) {
            for (int x = 0; x < bright.width(); x += 3) {
                if (!paper.contains(x, y) && !m_view->geometry().pageInView(2).contains(x, y))
                    QCOMPARE(dimmed.pixel(x, y), bright.pixel(x, y));
                else if (qGray(bright.pixel(x, y)) == 255)
                    darker += qGray(dimmed.pixel(x, y)) < 200 ? 1 : 0;
            }
        }
        QVERIFY(darker > 5000);
    }

    void whatIsFoundKeepsItsColour()
    {
        m_view->search().find(u"word-1-1"_s, 1, {});
        QTRY_VERIFY(m_view->search().hitsOn(1));
        const QImage bright = grab();
        m_view->setPaperDimmed(true);
        const QImage dimmed = grab();
        const QRectF box = m_view->search().hitsOn(1)->front().boxes.front();
        const QPointF inside = m_view->geometry().toView(1, box).topLeft() * m_view->devicePixelRatioF();
        QCOMPARE(dimmed.pixel(inside.toPoint()), bright.pixel(inside.toPoint()));
        QVERIFY(bright.pixelColor(inside.toPoint()).saturation() > 100);
    }

    void thumbnailsAreDimmedWithThem()
    {
        ui::DocumentPane pane(*m_source);
        pane.resize(800, 600);
        pane.show();
        QSignalSpy opened(&pane, &ui::DocumentPane::opened);
        pane.open(u"a.pdf"_s);
        QVERIFY(opened.wait());
        auto *strip = pane.findChild<ui::ThumbnailStrip *>();
        const auto whites = [strip] {
            const QImage seen = strip->grab().toImage();
            int count = 0;
            for (int y = 0; y < seen.height(); ++y)
                for (int x = 0; x < seen.width(); ++x)
                    count += seen.pixelColor(x, y) == Qt::white ? 1 : 0;
            return count;
        };
        strip->setPalette(QPalette(QColor(0xee, 0xee, 0xee), Qt::black));
        QTRY_VERIFY(whites() > 2000);
        pane.setPaperDimmed(true);
        QTRY_VERIFY(whites() < 100);
    }

    void whatIsTakenFromThePageIsNotDimmed()
    {
        const QImage before = ui::placePicture(*m_view, 1, {60, 40, 200, 100});
        m_view->setPaperDimmed(true);
        QCOMPARE(ui::placePicture(*m_view, 1, {60, 40, 200, 100}), before);
    }

private:
    [[nodiscard]] QImage grab() const
    {
        return m_view->viewport()->grab().toImage().convertToFormat(QImage::Format_RGB32);
    }

    std::unique_ptr<FakePageSource> m_source;
    std::unique_ptr<ui::PageView> m_view;
};

LECTERN_GUI_TEST_MAIN(TestPaperDimmer)
#include "tst_paperdimmer.moc"
