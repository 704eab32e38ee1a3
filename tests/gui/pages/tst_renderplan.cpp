// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/view/renderplan.h"

#include <QTest>

namespace {

constexpr qint64 largeBudget = 96LL << 20;

ui::PageLayout layoutAt(double scale, int pages = 50)
{
    ui::PageLayout layout(std::vector<QSizeF>(static_cast<std::size_t>(pages), QSizeF(600, 800)));
    layout.setMargin(10);
    layout.setAvailable({1000, 800});
    layout.setScale(scale);
    return layout;
}

std::vector<int> pagesOf(const std::vector<ui::RenderJob> &jobs)
{
    std::vector<int> pages;
    for (const ui::RenderJob &job : jobs)
        pages.push_back(job.key.page);
    return pages;
}

} // namespace

class TestRenderPlan : public QObject
{
    Q_OBJECT

private slots:
    void whatIsInSightComesFirstFromTheMiddleOutwards()
    {
        const auto layout = layoutAt(0.5); // 410 pixels a page
        const ui::PictureCache cache(largeBudget);
        const auto jobs =
            ui::planRendering(layout, {QRect(0, layout.pageRect(10).top() - 200, 1000, 800), 1, false}, cache);
        const auto pages = pagesOf(jobs);
        QCOMPARE(pages.front(), 10);
        QVERIFY(jobs.at(0).urgency == ui::Urgency::Visible && jobs.at(1).urgency == ui::Urgency::Visible);
        QCOMPARE(jobs.back().urgency, ui::Urgency::Ahead);
        QCOMPARE(jobs.front().key.dpi, 36.0);
    }

    void whatIsSoughtComesBeforeWhatIsNearerTheMiddle()
    {
        const auto layout = layoutAt(0.5);
        const ui::PictureCache cache(largeBudget);
        const QRect area(0, layout.pageRect(10).top() - 200, 1000, 800);
        QCOMPARE(pagesOf(ui::planRendering(layout, {area, 1, true, 9}, cache)), (std::vector<int>{9, 10, 11}));
        QCOMPARE(pagesOf(ui::planRendering(layout, {area, 1, true, 30}, cache)), (std::vector<int>{10, 9, 11}));
    }

    void whatIsSoughtNextIsDrawnAfterWhatLiesAheadAndOnce()
    {
        const auto layout = layoutAt(1);
        const ui::PictureCache cache(largeBudget);
        const QRect area(0, layout.pageRect(10).top(), 1000, 700);
        QCOMPARE(pagesOf(ui::planRendering(layout, {area, 1, false, 0, 40}, cache)),
                 (std::vector<int>{10, 11, 12, 13, 14, 15, 16, 9, 40}));
        QCOMPARE(pagesOf(ui::planRendering(layout, {area, 1, false, 0, 12}, cache)),
                 (std::vector<int>{10, 11, 12, 13, 14, 15, 16, 9}));
        QCOMPARE(pagesOf(ui::planRendering(layout, {area, 1, true, 0, 40}, cache)), (std::vector<int>{10}));
    }

    void pagesAheadLieInTheDirectionOfScrolling()
    {
        const auto layout = layoutAt(1);
        const ui::PictureCache cache(largeBudget);
        const QRect area(0, layout.pageRect(10).top(), 1000, 700);
        QCOMPARE(pagesOf(ui::planRendering(layout, {area, 1, false}, cache)),
                 (std::vector<int>{10, 11, 12, 13, 14, 15, 16, 9}));
        QCOMPARE(pagesOf(ui::planRendering(layout, {area, -1, false}, cache)),
                 (std::vector<int>{10, 9, 8, 7, 6, 5, 4, 11}));
    }

    void nothingIsDrawnAheadInAHurry()
    {
        const auto layout = layoutAt(1);
        const auto jobs = ui::planRendering(layout, {QRect(0, layout.pageRect(30).top(), 1000, 700), 1, true},
                                            ui::PictureCache(largeBudget));
        QCOMPARE(pagesOf(jobs), std::vector<int>{30});
    }

    void noMoreIsDrawnAheadThanTheCacheKeeps()
    {
        const auto layout = layoutAt(1); // 1.92 MB a page
        const ui::PictureCache small(8 << 20);
        const auto jobs = ui::planRendering(layout, {QRect(0, layout.pageRect(10).top(), 1000, 700), 1, false}, small);
        QCOMPARE(pagesOf(jobs), (std::vector<int>{10, 11, 12, 9}));
    }

    void whatIsDrawnIsNotAskedForAgain()
    {
        const auto layout = layoutAt(1);
        ui::PictureCache cache(largeBudget);
        cache.insert(ui::wholePage(layout, 10), QImage(600, 800, QImage::Format_RGB32));
        const auto jobs = ui::planRendering(layout, {QRect(0, layout.pageRect(10).top(), 1000, 700), 1, false}, cache);
        QCOMPARE(pagesOf(jobs).front(), 11);
    }

    void aHugePageIsDrawnAroundWhatIsInSight()
    {
        const auto layout = layoutAt(10); // 48 million pixels
        QVERIFY(ui::needsRegion(layout, 1));
        QVERIFY(!ui::needsRegion(layoutAt(5), 1));
        const QRect area(2000, 3000, 1000, 800);
        const auto jobs = ui::planRendering(layout, {area, 1, false}, ui::PictureCache(largeBudget));
        QCOMPARE(jobs.at(0).key.region, QRectF());
        QVERIFY(jobs.at(0).key.dpi < 200); // the stretched whole page
        const ui::PictureKey region = jobs.at(1).key;
        QCOMPARE(region.dpi, 720.0);
        QVERIFY(region.region.contains(ui::visiblePart(layout, 1, area)));
        QVERIFY(region.region.width() * 10 <= 3 * area.width());
        QVERIFY(region.region.height() * 10 <= 3 * area.height());
    }

    void aSmallScrollAsksForTheSameRegion()
    {
        const auto layout = layoutAt(10);
        const ui::PictureCache cache(largeBudget);
        const auto first = ui::planRendering(layout, {QRect(2010, 3020, 1000, 800), 1, false}, cache);
        const auto second = ui::planRendering(layout, {QRect(2010, 3060, 1000, 800), 1, false}, cache);
        QCOMPARE(first.at(1).key, second.at(1).key);
    }
};

QTEST_GUILESS_MAIN(TestRenderPlan)
#include "tst_renderplan.moc"
