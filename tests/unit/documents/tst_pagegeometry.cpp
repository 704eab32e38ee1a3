// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/pagegeometry.h"

#include <QTest>

class PageGeometryTest : public QObject
{
    Q_OBJECT

private slots:
    void aBoxKeepsItsCornerOfThePaper_data()
    {
        QTest::addColumn<int>("rotation");
        QTest::addColumn<QRectF>("box");
        // A box at the top left of a page of 100 by 200.
        QTest::newRow("0") << 0 << QRectF(0, 0, 10, 20);
        QTest::newRow("90: now top right") << 90 << QRectF(180, 0, 20, 10);
        QTest::newRow("180: now bottom right") << 180 << QRectF(90, 180, 10, 20);
        QTest::newRow("270: now bottom left") << 270 << QRectF(0, 90, 20, 10);
    }

    void aBoxKeepsItsCornerOfThePaper()
    {
        QFETCH(int, rotation);
        const QSizeF page(100, 200);
        const QRectF turned = core::rotatedBox({0, 0, 10, 20}, page, rotation);
        QTEST(turned, "box");
        const int back = (360 - rotation) % 360;
        QCOMPARE(core::rotatedBox(turned, core::rotatedSize(page, rotation), back), QRectF(0, 0, 10, 20));
    }

    void aWholePageIsDrawnInWholePixels()
    {
        core::RenderRequest request;
        request.dpi = 96;
        QCOMPARE(core::pictureArea({612, 792}, request), QRect(0, 0, 816, 1056));
        QCOMPARE(core::pictureArea({595.28, 841.89}, request), QRect(0, 0, 794, 1123));
        request.rotation = 270;
        QCOMPARE(core::pictureArea({612, 792}, request), QRect(0, 0, 1056, 816));
    }

    void aRegionIsCutToThePageAndTurnsWithIt()
    {
        core::RenderRequest request;
        request.dpi = 144;
        request.region = QRectF(-10, 20, 60, 30);
        QCOMPARE(core::pictureArea({100, 200}, request), QRect(0, 40, 100, 60));
        request.rotation = 90;
        QCOMPARE(core::pictureArea({100, 200}, request), QRect(300, 0, 60, 100));
        request.region = QRectF(500, 500, 10, 10);
        QVERIFY(core::pictureArea({100, 200}, request).isEmpty());
    }

    void noPageIsTooLargeToBeMeasured()
    {
        core::RenderRequest request;
        request.dpi = 1e5;
        QVERIFY(core::pictureArea({1e7, 1e7}, request).width() > 0);
        request.dpi = 1e-5;
        QCOMPARE(core::pictureArea({1, 1}, request).size(), QSize(1, 1));
    }
};

QTEST_GUILESS_MAIN(PageGeometryTest)
#include "tst_pagegeometry.moc"
