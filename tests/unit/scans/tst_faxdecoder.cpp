// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/scans/faxdecoder.h"
#include "tests/support/scans.h"

#include <QTest>

namespace {

// Black bars on white: every fourth column pair, and a block that is black altogether.
QImage bars(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x) {
            if (x % 8 < 2 || y >= size.height() / 2)
                image.setPixel(x, y, qRgb(0, 0, 0));
        }
    }
    return image;
}

} // namespace

class FaxDecoderTest : public QObject
{
    Q_OBJECT

private slots:
    void eachPixelComesOutAsItWasPutIn()
    {
        const QImage original = bars({203, 101}); // no multiple of anything
        const QByteArray data = faxScan(original).data;
        QCOMPARE(core::drawFax({data, original.size()}, original.size(), {}), original);
    }

    void smallerPixelsAreMeans()
    {
        const QImage original = bars({800, 400});
        const QByteArray data = faxScan(original).data;
        const QImage half = core::drawFax({data, original.size()}, {400, 200}, {});
        QCOMPARE(half.pixelColor(0, 0), QColor(Qt::black));
        QCOMPARE(half.pixelColor(1, 0), QColor(Qt::white));
        const QImage eighth = core::drawFax({data, original.size()}, {100, 50}, {});
        QCOMPARE(eighth.pixelColor(30, 10).red(), 255 - 255 / 4);
        QCOMPARE(eighth.pixelColor(30, 40), QColor(Qt::black));
    }

    void sizesThatDivideNothingStillCoverThePicture()
    {
        const QImage original = bars({800, 400});
        const QByteArray data = faxScan(original).data;
        const QImage image = core::drawFax({data, original.size()}, {799, 301}, {});
        QCOMPARE(image.size(), QSize(799, 301));
        QCOMPARE(image.pixelColor(798, 300), QColor(Qt::black));
    }

    void theColoursAreThoseGiven()
    {
        const QImage original = bars({80, 40});
        const QByteArray data = faxScan(original).data;
        const QImage image = core::drawFax({data, original.size(), qRgb(255, 250, 200), qRgb(0, 0, 90)}, {80, 40}, {});
        QCOMPARE(image.pixel(0, 0), qRgb(0, 0, 90));
        QCOMPARE(image.pixel(4, 0), qRgb(255, 250, 200));
    }

    void whatIsDamagedGivesNoPicture()
    {
        const QImage original = bars({800, 400});
        const QByteArray data = faxScan(original).data;
        QVERIFY(core::drawFax({data.first(data.size() / 2), original.size()}, {800, 400}, {}).isNull());
        QVERIFY(core::drawFax({{}, original.size()}, {800, 400}, {}).isNull());
        QByteArray other = data;
        for (qsizetype i = 10; i < other.size(); i += 3)
            other[i] = static_cast<char>(~other[i]);
        QVERIFY(core::drawFax({other, original.size()}, {800, 400}, {}).isNull());
    }

    void aPictureWithFewerRowsThanItClaimsGivesNone()
    {
        const QByteArray data = faxScan(bars({800, 200})).data;
        QVERIFY(core::drawFax({data, QSize(800, 400)}, {800, 400}, {}).isNull());
    }

    void largerThanItselfIsRefused()
    {
        const QByteArray data = faxScan(bars({80, 40})).data;
        QVERIFY(core::drawFax({data, QSize(80, 40)}, {81, 40}, {}).isNull());
    }

    void itCanBeStopped()
    {
        const QByteArray data = faxScan(bars({800, 400})).data;
        int asked = 0;
        QVERIFY(core::drawFax({data, QSize(800, 400)}, {800, 400}, [&] { return ++asked == 2; }).isNull());
        QCOMPARE(asked, 2);
    }
};

QTEST_GUILESS_MAIN(FaxDecoderTest)
#include "tst_faxdecoder.moc"
