// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/firstlook.h"
#include "ui/pages/view/pagelayout.h"

#include <QElapsedTimer>
#include <QTest>

namespace {

const QSizeF a4(595, 842);

ui::PageLayout layoutOf(const std::vector<QSizeF> &sizes, double scale = 1)
{
    ui::PageLayout layout(sizes);
    layout.setMargin(10);
    layout.setAvailable({800, 600});
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

    void theRoomOfAPageIsWhatItIsFittedInto()
    {
        auto layout = layoutOf({a4, a4, a4});
        for (const bool sideBySide : {false, true}) {
            layout.setFlow({.continuous = true, .sideBySide = sideBySide});
            const QSizeF room = layout.roomFor({800, 600});
            QCOMPARE(72 * layout.scaleForWidth(2, 800), (core::FirstLook{.room = room}.dpiOf(a4)));
            QCOMPARE(72 * layout.scaleForPage(2, {800, 600}), (core::FirstLook{.room = room, .whole = true}.dpiOf(a4)));
        }
    }

    void aTurnedViewSwapsTheSides()
    {
        auto layout = layoutOf({a4, a4}, 2);
        layout.setRotation(-90);
        QCOMPARE(layout.rotation(), 270);
        QCOMPARE(layout.pageRect(1).size(), QSize(1684, 1190));
        QCOMPARE(layout.pageRect(2).top(), 10 + 1190 + 10);
    }

    void twoPagesStandBesideEachOtherAtTheSpine()
    {
        auto layout = layoutOf({a4, {842, 595}, a4});
        layout.setFlow({.sideBySide = true});
        const int spine = layout.contentSize().width() / 2;
        QCOMPARE(layout.pageRect(1).right() + 1 + 5, spine + 5 / 2 + 1); // five pixels between them
        QCOMPARE(layout.pageRect(2).left() - layout.pageRect(1).right() - 1, 5);
        QCOMPARE(layout.pageRect(1).top(), layout.pageRect(2).top());
        QCOMPARE(layout.pageRect(3).top(), 10 + 842 + 10); // below the higher of the two
        QCOMPARE(layout.rowOf(2), (ui::PageRange{1, 2}));
        QCOMPARE(layout.rowOf(3), (ui::PageRange{3, 3}));
        QCOMPARE(layout.nextRow(1, 1), 3);
        QCOMPARE(layout.nextRow(3, 1), 3);
        QCOMPARE(layout.pagesBetween(0, 100), (ui::PageRange{1, 2}));
        QCOMPARE(layout.pagesBetween(800, 900), (ui::PageRange{1, 3}));
        const double scale = layout.scaleForWidth(1, 1000);
        QVERIFY(2 * 842 * scale + 5 + 20 <= 1000.001);
    }

    void theCoverOfABookStandsAloneOnTheRight()
    {
        auto layout = layoutOf({a4, a4, a4, a4});
        layout.setFlow({.sideBySide = true, .coverAlone = true});
        QCOMPARE(layout.rowOf(1), (ui::PageRange{1, 1}));
        QCOMPARE(layout.rowOf(2), (ui::PageRange{2, 3}));
        QCOMPARE(layout.rowOf(4), (ui::PageRange{4, 4}));
        QCOMPARE(layout.pageRect(1).left(), layout.pageRect(3).left());
        QCOMPARE(layout.pageRect(4).left(), layout.pageRect(2).left());
        QVERIFY(layout.pageRect(2).right() < layout.pageRect(3).left());
    }

    void oneRowAtATimeIsAContentOfItsOwn()
    {
        auto layout = layoutOf({a4, {300, 400}, a4});
        layout.setFlow({.continuous = false});
        layout.setShownPage(2);
        QCOMPARE(layout.contentSize(), QSize(800, 600));
        QCOMPARE(layout.pageRect(2), QRect(250, 100, 300, 400)); // in the middle of what is available
        QCOMPARE(layout.pagesBetween(0, 599), (ui::PageRange{2, 2}));
        QCOMPARE(layout.pageAt(5), 2);
        layout.setShownPage(99);
        QCOMPARE(layout.pagesBetween(0, 599), (ui::PageRange{3, 3}));
        QCOMPARE(layout.contentSize().height(), 842 + 20);
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
