// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/view/picturecache.h"

#include <QTest>

namespace {

QImage picture(int kilobytes)
{
    return {16, 16 * kilobytes, QImage::Format_RGB32};
}

} // namespace

class TestPictureCache : public QObject
{
    Q_OBJECT

private slots:
    void whatIsFarthestGoesFirst()
    {
        ui::PictureCache cache(4 << 10);
        for (const int page : {1, 5, 6, 7, 20})
            cache.insert({page, 96, 0, {}}, picture(1));
        cache.evict({5, 6}, 1);
        QVERIFY(!cache.has({20, 96, 0, {}}));
        QVERIFY(cache.has({1, 96, 0, {}}));
        QCOMPARE(cache.bytes(), 4 << 10);
    }

    void ofTwoEquallyFarThePageBehindGoes_data()
    {
        QTest::addColumn<int>("direction");
        QTest::addColumn<int>("gone");
        QTest::newRow("down") << 1 << 3;
        QTest::newRow("up") << -1 << 7;
    }

    void ofTwoEquallyFarThePageBehindGoes()
    {
        QFETCH(int, direction);
        QFETCH(int, gone);
        ui::PictureCache cache(2 << 10);
        for (const int page : {3, 5, 7})
            cache.insert({page, 96, 0, {}}, picture(1));
        cache.evict({5, 5}, direction);
        QVERIFY(!cache.has({gone, 96, 0, {}}));
        QVERIFY(cache.has({5, 96, 0, {}}));
        QVERIFY(cache.has({10 - gone, 96, 0, {}}));
    }

    void pagesInSightStayWhateverTheyCost()
    {
        ui::PictureCache cache(1 << 10);
        cache.insert({2, 96, 0, {}}, picture(8));
        cache.insert({3, 96, 0, {}}, picture(8));
        cache.evict({2, 3}, 1);
        QCOMPARE(cache.bytes(), 16 << 10);
    }

    void aNewSizeReplacesTheOldOne()
    {
        ui::PictureCache cache(64 << 10);
        cache.insert({1, 96, 0, {}}, picture(2));
        cache.insert({1, 144, 0, {}}, picture(3));
        QVERIFY(!cache.has({1, 96, 0, {}}));
        QCOMPARE(cache.bytes(), 3 << 10);
        QCOMPARE(cache.nearest(1, 96, 0)->key.dpi, 144.0);
        QCOMPARE(cache.nearest(2, 96, 0), nullptr);
    }

    void whatIsOutdatedIsShownUntilSomethingBetterComes()
    {
        ui::PictureCache cache(64 << 10);
        cache.insert({1, 96, 0, {}}, picture(1));
        cache.insert({1, 600, 0, {0, 0, 100, 100}}, picture(1));
        cache.outdate();
        QVERIFY(!cache.has({1, 96, 0, {}}));
        QVERIFY(!cache.region(1, 600, 0, {10, 10, 50, 50}));
        QVERIFY(cache.nearest(1, 96, 0));
        cache.insert({1, 96, 0, {}}, picture(2));
        QVERIFY(cache.has({1, 96, 0, {}}));
        QCOMPARE(cache.bytes(), 2 << 10);
    }

    void aRegionLiesOverTheWholePage()
    {
        ui::PictureCache cache(64 << 10);
        cache.insert({1, 50, 0, {}}, picture(1));
        cache.insert({1, 600, 0, {0, 0, 100, 100}}, picture(1));
        QVERIFY(cache.region(1, 600, 0, {10, 10, 50, 50}));
        QVERIFY(!cache.region(1, 600, 0, {60, 60, 50, 50}));
        QVERIFY(!cache.region(1, 500, 0, {10, 10, 50, 50}));
        QVERIFY(cache.nearest(1, 600, 0)->key.region.isEmpty());
        cache.insert({1, 600, 0, {50, 50, 100, 100}}, picture(1));
        QVERIFY(cache.region(1, 600, 0, {60, 60, 50, 50}));
        QCOMPARE(cache.bytes(), 2 << 10); // the page and one region
    }
};

QTEST_GUILESS_MAIN(TestPictureCache)
#include "tst_picturecache.moc"
