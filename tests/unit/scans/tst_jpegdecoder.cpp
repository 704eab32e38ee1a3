// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/scans/jpegdecoder.h"
#include "tests/support/scans.h"

#include <QTest>

namespace {

// Changes slowly, so that neither compression nor scaling moves a colour far.
QImage gradient(QSize size, QImage::Format format = QImage::Format_RGB32)
{
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x)
            image.setPixel(x, y, qRgb(255 * x / size.width(), 255 * y / size.height(), 128));
    }
    return image.convertToFormat(format);
}

bool isNear(QRgb a, QRgb b)
{
    return std::abs(qRed(a) - qRed(b)) <= 10 && std::abs(qGreen(a) - qGreen(b)) <= 10
        && std::abs(qBlue(a) - qBlue(b)) <= 10;
}

} // namespace

class JpegDecoderTest : public QObject
{
    Q_OBJECT

private slots:
    void theHeaderSaysSizeAndComponents()
    {
        const auto colour = core::jpegHeader(jpegScan(gradient({300, 200}), 90).data);
        QVERIFY(colour);
        QCOMPARE(colour->size, QSize(300, 200));
        QCOMPARE(colour->components, 3);
        const auto grey = core::jpegHeader(jpegScan(gradient({30, 20}, QImage::Format_Grayscale8), 90).data);
        QVERIFY(grey);
        QCOMPARE(grey->components, 1);
    }

    void aPictureIsDecodedToEighthsOfItsSize_data()
    {
        QTest::addColumn<int>("eighths");
        QTest::addColumn<QSize>("size");
        QTest::newRow("whole") << 8 << QSize(301, 203);
        QTest::newRow("half") << 4 << QSize(151, 102);
        QTest::newRow("smallest") << 1 << QSize(38, 26);
    }

    void aPictureIsDecodedToEighthsOfItsSize()
    {
        QFETCH(int, eighths);
        QFETCH(QSize, size);
        const QImage original = gradient({301, 203});
        const QImage image = core::decodeJpeg(jpegScan(original, 95).data, eighths, {});
        QCOMPARE(image.size(), size);
        QCOMPARE(image.format(), QImage::Format_RGB32);
        const QPoint there(200, 150);
        QVERIFY(isNear(image.pixel(there * eighths / 8), original.pixel(there)));
        QCOMPARE(qAlpha(reinterpret_cast<const QRgb *>(image.constScanLine(3))[3]), 255);
    }

    void greyIsGrey()
    {
        const QImage original = gradient({64, 64}, QImage::Format_Grayscale8);
        const QImage image = core::decodeJpeg(jpegScan(original, 95).data, 8, {});
        QVERIFY(isNear(image.pixel(40, 20), original.pixel(40, 20)));
    }

    void onlyTheFirstRowsCanBeHad()
    {
        const QImage image = core::decodeJpeg(jpegScan(gradient({64, 64}), 95).data, 8, {}, 16);
        QCOMPARE(image.size(), QSize(64, 16));
    }

    void whatIsDamagedGivesNoPicture()
    {
        const QByteArray jpeg = jpegScan(gradient({300, 200}), 90).data;
        QVERIFY(core::decodeJpeg(jpeg.first(jpeg.size() / 2), 8, {}).isNull());
        QVERIFY(core::decodeJpeg(jpeg.first(20), 8, {}).isNull());
        QVERIFY(core::decodeJpeg({}, 8, {}).isNull());
        QVERIFY(core::decodeJpeg("not a picture", 8, {}).isNull());
        QByteArray flipped = jpeg;
        for (qsizetype i = jpeg.size() / 2; i < jpeg.size() / 2 + 40; ++i)
            flipped[i] = static_cast<char>(0xff);
        QVERIFY(core::decodeJpeg(flipped, 8, {}).isNull());
    }

    void itCanBeStopped()
    {
        int asked = 0;
        const QImage image =
            core::decodeJpeg(jpegScan(gradient({300, 1000}), 90).data, 8, [&] { return ++asked == 3; });
        QVERIFY(image.isNull());
        QCOMPARE(asked, 3);
    }
};

QTEST_GUILESS_MAIN(JpegDecoderTest)
#include "tst_jpegdecoder.moc"
