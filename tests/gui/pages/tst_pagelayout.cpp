// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/view/pagelayout.h"

#include <QElapsedTimer>
#include <QTest>

namespace {

const QSizeF a4(595, 842);

ui::PageLayout layoutOf(const std::vector<QSizeF> &sizes, double scale = 1)
{
    ui::PageLayout layout(sizes);
    layout.setMargin(10);
    layout.setAvailableWidth(800);
    layout.setScale(scale);
    return layout;
}

} // namespace

class TestPageLayout : public QObject
{
    Q_OBJECT

private slots:
    void pagesLieBelowEachOtherInTheMiddle()
    {
        const auto layout = layoutOf({a4, {842, 595}, a4});
        QCOMPARE(layout.pageRect(1), QRect(133, 10, 595, 842)); // the widest page is 842 and two margins
        QCOMPARE(layout.pageRect(2), QRect(10, 862, 842, 595));
        QCOMPARE(layout.pageRect(3).top(), 10 + 842 + 10 + 595 + 10);
        QCOMPARE(layout.contentSize(), QSize(862, layout.pageRect(3).bottom() + 11));
    }

    void aTurnedViewSwapsTheSides()
    {
        auto layout = layoutOf({a4, a4}, 2);
        layout.setRotation(-90);
        QCOMPARE(layout.rotation(), 270);
        QCOMPARE(layout.pageRect(1).size(), QSize(1684, 1190));
        QCOMPARE(layout.pageRect(2).top(), 10 + 1190 + 10);
    }

    void noPagesAreFine()
    {
        const auto layout = layoutOf({});
        QCOMPARE(layout.contentSize(), QSize());
        QCOMPARE(layout.pagesBetween(0, 500), ui::PageRange());
        QCOMPARE(layout.pageAt(50), 1);
    }

    void aPageWithoutASizeIsStillAPage()
    {
        const auto layout = layoutOf({{0, 0}, a4});
        QVERIFY(!layout.pageRect(1).isEmpty());
        QVERIFY(layout.scaleForWidth(1, 500) > 0);
    }

    void pagesInSightAreThoseThatTouchIt()
    {
        const auto layout = layoutOf(std::vector<QSizeF>(5, QSizeF(100, 100)));
        QCOMPARE(layout.pagesBetween(0, 99), (ui::PageRange{1, 1}));
        QCOMPARE(layout.pagesBetween(50, 250), (ui::PageRange{1, 3}));
        QCOMPARE(layout.pagesBetween(110, 119), ui::PageRange({2, 1})); // the gap between one and two
        QCOMPARE(layout.pageAt(115), 1);
        QCOMPARE(layout.pageAt(120), 2);
        QCOMPARE(layout.pageAt(100000), 5);
        QCOMPARE(layout.pageAt(-10), 1);
    }

    void aBookOfAHundredThousandPagesStaysInsideAnInt()
    {
        auto layout = layoutOf(std::vector<QSizeF>(100'000, a4), 50);
        QVERIFY(layout.scale() < 50);
        QVERIFY(layout.contentSize().height() > 0);
        QCOMPARE(layout.pageAt(layout.pageRect(77'777).center().y()), 77'777);
    }

    void questionsDoNotDependOnTheNumberOfPages()
    {
        auto layout = layoutOf(std::vector<QSizeF>(1'000'000, a4), 0.01);
        QElapsedTimer clock;
        clock.start();
        for (int i = 0; i < 1000; ++i) {
            layout.setScale(0.005 + i * 1e-6);
            QVERIFY(layout.pagesBetween(i * 100, i * 100 + 50).first > 0);
        }
        QVERIFY2(clock.elapsed() < 200, qPrintable(QString::number(clock.elapsed())));
    }
};

QTEST_GUILESS_MAIN(TestPageLayout)
#include "tst_pagelayout.moc"
