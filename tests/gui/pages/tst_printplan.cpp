// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/print/printplan.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QSizeF a4(595, 842);

ui::PaperPlan paper(QPageSize::PageSizeId size = QPageSize::A4, bool turns = false)
{
    return {QPageLayout(QPageSize(size), QPageLayout::Portrait, QMarginsF(20, 20, 20, 20)), turns, 300};
}

} // namespace

class TestPrintPlan : public QObject
{
    Q_OBJECT

private slots:
    void rangesAreCutToTheDocument_data()
    {
        QTest::addColumn<QString>("ranges");
        QTest::addColumn<std::vector<int>>("pages");
        QTest::newRow("all") << QString() << std::vector{1, 2, 3, 4, 5};
        QTest::newRow("some") << u"2,4-9"_s << std::vector{2, 4, 5};
        QTest::newRow("each once") << u"1-3,2"_s << std::vector{1, 2, 3};
        QTest::newRow("none there") << u"7-9"_s << std::vector<int>();
    }

    void rangesAreCutToTheDocument()
    {
        QFETCH(QString, ranges);
        QFETCH(std::vector<int>, pages);
        QCOMPARE(ui::printedPages(QPageRanges::fromString(ranges), 5), pages);
    }

    void aPageKeepsItsShapeInTheMiddleOfThePaper()
    {
        const ui::SheetPlan plan = ui::planSheet({300, 300}, 0, paper());
        QCOMPARE(plan.rotation, 0);
        QCOMPARE(plan.target, QRectF(0, (842 - 40 - 555) / 2.0, 555, 555));
        QCOMPARE(plan.dpi, 300 * 555 / 300.0);
    }

    void aWidePageIsTurnedOnHighPaper()
    {
        const ui::SheetPlan plan = ui::planSheet(a4.transposed(), 0, paper());
        QCOMPARE(plan.rotation, 270);
        QCOMPARE(plan.orientation, QPageLayout::Portrait);
        QVERIFY(plan.target.height() > plan.target.width());
    }

    void inAFileThePaperIsTurnedInstead()
    {
        const ui::SheetPlan plan = ui::planSheet(a4.transposed(), 0, paper(QPageSize::A4, true));
        QCOMPARE(plan.rotation, 0);
        QCOMPARE(plan.orientation, QPageLayout::Landscape);
        QVERIFY(plan.target.width() > plan.target.height());
    }

    void theViewsRotationCounts_data()
    {
        QTest::addColumn<int>("rotation");
        QTest::addColumn<int>("printed");
        QTest::newRow("upside down") << 180 << 180;
        QTest::newRow("to the right, and so wide") << 90 << 0;
        QTest::newRow("to the left, and so wide") << -90 << 180;
    }

    void theViewsRotationCounts()
    {
        QFETCH(int, rotation);
        QFETCH(int, printed);
        QCOMPARE(ui::planSheet(a4, rotation, paper()).rotation, printed);
    }

    void apostersPictureStaysSmall()
    {
        const auto pixels = [](const ui::SheetPlan &plan) {
            return plan.target.width() * plan.target.height() * plan.dpi * plan.dpi / (72 * 72);
        };
        // The page is as large as the paper, so that its pixels are the picture's.
        const ui::PaperPlan poster = paper(QPageSize::A0);
        const QSizeF page = poster.layout.paintRect(QPageLayout::Point).size();
        QVERIFY(pixels(ui::planSheet(page, 0, poster)) < 36.1e6);
        const ui::PaperPlan sheet = paper();
        QCOMPARE(ui::planSheet(sheet.layout.paintRect(QPageLayout::Point).size(), 0, sheet).dpi, 300.0);
    }
};

QTEST_GUILESS_MAIN(TestPrintPlan)
#include "tst_printplan.moc"
