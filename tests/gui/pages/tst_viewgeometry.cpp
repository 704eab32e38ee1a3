// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/view/viewgeometry.h"

#include <QTest>

namespace {

const QSizeF a4(595, 842);

} // namespace

class TestViewGeometry : public QObject
{
    Q_OBJECT

private slots:
    void pointsComeBackFromTheView_data()
    {
        QTest::addColumn<int>("rotation");
        QTest::addColumn<double>("zoom");
        QTest::addColumn<double>("ratio");
        for (const int rotation : {0, 90, 180, 270})
            for (const double zoom : {0.25, 1.0, 1.5, 4.0})
                for (const double ratio : {1.0, 1.5, 2.0})
                    QTest::addRow("%d degrees, %g %%, ratio %g", rotation, zoom * 100, ratio)
                        << rotation << zoom << ratio;
    }

    void pointsComeBackFromTheView()
    {
        QFETCH(int, rotation);
        QFETCH(double, zoom);
        QFETCH(double, ratio);
        ui::ViewGeometry geometry;
        geometry.setPages({a4, a4, a4});
        geometry.setViewport({700, 500}, ratio);
        geometry.setRotation(rotation);
        geometry.setZoom(zoom);
        geometry.setOffset({geometry.greatestOffset().width() / 3, geometry.greatestOffset().height() / 2});
        for (const int page : {1, 2, 3}) {
            const ui::PagePoint place{page, {123.5, 456.25}};
            const ui::PagePoint back = geometry.nearest(geometry.toView(place));
            QCOMPARE(back.page, page);
            QVERIFY(QLineF(back.point, place.point).length() < 1e-6);
        }
        const QRectF box(100, 200, 50, 12);
        const QRectF inView = geometry.toView(2, box);
        const QSizeF expected = ui::rotatedSize(box.size(), rotation) * zoom * 96 / 72;
        QVERIFY(qAbs(inView.width() - expected.width()) < 0.2);
        QVERIFY(qAbs(inView.height() - expected.height()) < 0.2);
    }

    void cornersGoWhereTheRotationTakesThem_data()
    {
        QTest::addColumn<int>("rotation");
        QTest::addColumn<QPointF>("topLeft"); // where the page's own top left corner is, in parts of the rectangle
        QTest::newRow("upright") << 0 << QPointF(0, 0);
        QTest::newRow("right") << 90 << QPointF(1, 0);
        QTest::newRow("upside down") << 180 << QPointF(1, 1);
        QTest::newRow("left") << 270 << QPointF(0, 1);
    }

    void cornersGoWhereTheRotationTakesThem()
    {
        QFETCH(int, rotation);
        QFETCH(QPointF, topLeft);
        const QSizeF shown = ui::rotatedSize(a4, rotation);
        const ui::PageTransform transform(a4, rotation, QRectF(QPointF(10, 20), shown));
        const QPointF expected(10 + topLeft.x() * shown.width(), 20 + topLeft.y() * shown.height());
        QCOMPARE(transform.toTarget(QPointF(0, 0)), expected);
        QCOMPARE(transform.toPage(expected), QPointF(0, 0));
    }

    void pagesStartOnWholeDevicePixels()
    {
        ui::ViewGeometry geometry;
        geometry.setPages(std::vector<QSizeF>(20, QSizeF(595.276, 841.89)));
        geometry.setViewport({701, 333}, 1.5);
        geometry.setZoom(1.37);
        geometry.setOffset({0, 1001});
        const QRect page = geometry.pageInView(2);
        const QPointF corner = geometry.toView({2, {0, 0}});
        QVERIFY(qAbs(corner.x() * 1.5 - page.left()) < 1e-9);
        QVERIFY(qAbs(corner.y() * 1.5 - page.top()) < 1e-9);
    }

    void aPlaceIsPutWhereItIsWanted()
    {
        ui::ViewGeometry geometry;
        geometry.setPages(std::vector<QSizeF>(9, a4));
        geometry.setViewport({600, 400}, 2);
        geometry.setZoom(2);
        const ui::PagePoint place{5, {300, 400}};
        geometry.setOffset(geometry.offsetFor(place, {250, 130}));
        QVERIFY(QLineF(geometry.toView(place), QPointF(250, 130)).length() < 1);
    }

    void besideThePageIsNoPlace()
    {
        ui::ViewGeometry geometry;
        QVERIFY(!geometry.at({5, 5}));
        geometry.setPages({a4});
        geometry.setViewport({900, 900}, 1);
        geometry.setZoom(0.5);
        QVERIFY(!geometry.at({2, 2}));
        QVERIFY(geometry.at({450, 100}));
    }
};

QTEST_GUILESS_MAIN(TestViewGeometry)
#include "tst_viewgeometry.moc"
