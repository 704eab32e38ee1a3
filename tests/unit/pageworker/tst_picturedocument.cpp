// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/pictures/leptonicaimage.h"
#include "core/adapters/pictures/picturedocument.h"
#include "core/documents/pagegeometry.h"

#include <QBuffer>
#include <QTemporaryDir>
#include <QTest>

#include <leptonica/allheaders.h>

using namespace Qt::Literals::StringLiterals;
using core::ErrorCode;

namespace {

// Red on the left, green at the top right, blue at the bottom right.
QImage sample(int width = 300, int height = 200)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::red);
    for (int y = 0; y < height; ++y) {
        for (int x = width / 2; x < width; ++x)
            image.setPixelColor(x, y, y < height / 2 ? Qt::green : Qt::blue);
    }
    return image;
}

QByteArray encoded(const QImage &image, const char *format)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, 95);
    return buffer.data();
}

// A JPEG whose EXIF says: turn it by 90 degrees clockwise.
QByteArray sidewaysJpeg(const QImage &image)
{
    QByteArray jpeg = encoded(image, "jpg");
    const QByteArray tiff = QByteArray::fromHex("4d4d002a00000008000101120003000000010006000000000000");
    const QByteArray exif = QByteArray("Exif\0\0", 6) + tiff;
    QByteArray segment = QByteArray::fromHex("ffe1");
    segment += static_cast<char>((exif.size() + 2) >> 8);
    segment += static_cast<char>((exif.size() + 2) & 0xff);
    return jpeg.insert(2, segment + exif);
}

bool isNear(const QColor &color, const QColor &expected)
{
    return std::abs(color.red() - expected.red()) < 12 && std::abs(color.green() - expected.green()) < 12
        && std::abs(color.blue() - expected.blue()) < 12;
}

} // namespace

class PictureDocumentTest : public QObject
{
    Q_OBJECT

private:
    core::Result<std::unique_ptr<core::PagedDocument>> open(const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(u"%1"_s.arg(++m_files)));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return core::fail(ErrorCode::Storage);
        file.close();
        return core::PictureDocument::open(file.fileName());
    }

    static QImage drawn(core::PagedDocument &document, core::RenderRequest request)
    {
        const QSizeF size = document.pageSizes().at(static_cast<size_t>(request.page - 1));
        const auto image =
            document.draw({request.page, request.dpi, request.rotation, core::pictureArea(size, request)}, {});
        return image ? *image : QImage();
    }

    QTemporaryDir m_folder;
    int m_files = 0;

private slots:
    void aPageIsAsLargeAsThePictureSays_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QSizeF>("size");
        QImage at150 = sample();
        at150.setDotsPerMeterX(5906);
        at150.setDotsPerMeterY(5906);
        QTest::newRow("png, 150 dpi") << encoded(at150, "png") << QSizeF(144, 96);
        QTest::newRow("jpeg, 150 dpi") << encoded(at150, "jpg") << QSizeF(144, 96);
        QTest::newRow("png, nothing said") << encoded(sample(), "png").remove(33, 21) << QSizeF(300, 200);
        QTest::newRow("jpeg, lying on its side") << sidewaysJpeg(at150) << QSizeF(96, 144);
    }

    void aPageIsAsLargeAsThePictureSays()
    {
        QFETCH(QByteArray, bytes);
        const auto document = open(bytes);
        QVERIFY2(document, qPrintable(document ? QString() : document.error().detail));
        QTEST((*document)->pageSizes().at(0), "size");
    }

    void aPictureIsTurnedAsItsExifSays()
    {
        const auto document = open(sidewaysJpeg(sample()));
        QVERIFY(document);
        const QImage image = drawn(**document, {.dpi = 72, .region = {}});
        QVERIFY(image.height() > image.width());
        QVERIFY(isNear(image.pixelColor(image.width() / 2, 10), Qt::red));
        QVERIFY(isNear(image.pixelColor(10, image.height() - 10), Qt::blue));
    }

    void regionsAndRotationsShowTheRightPart()
    {
        const auto document = open(encoded(sample(), "png").remove(33, 21));
        QVERIFY(document);
        for (const double dpi : {20.0, 72.0, 200.0}) {
            for (const int rotation : {0, 90, 180, 270}) {
                const QImage blue =
                    drawn(**document, {.dpi = dpi, .rotation = rotation, .region = {160, 110, 130, 80}});
                QVERIFY(isNear(blue.pixelColor(blue.rect().center()), Qt::blue));
                const QImage green =
                    drawn(**document, {.dpi = dpi, .rotation = rotation, .region = {160, 10, 130, 80}});
                QVERIFY(isNear(green.pixelColor(green.rect().center()), Qt::green));
            }
        }
        const QImage turned = drawn(**document, {.dpi = 72, .rotation = 90, .region = {}});
        QCOMPARE(turned.size(), QSize(200, 300));
        QVERIFY(isNear(turned.pixelColor(100, 10), Qt::red));
        QVERIFY(isNear(turned.pixelColor(190, 290), Qt::green));
    }

    void everyPictureOfATiffIsAPage()
    {
        const QByteArray path = QFile::encodeName(m_folder.filePath(u"two.tif"_s));
        for (const int width : {300, 150}) {
            const core::PixPointer pix = core::pixOf(sample(width));
            pixSetResolution(pix.get(), 150, 150);
            QCOMPARE(pixWriteTiff(path.constData(), pix.get(), IFF_TIFF_LZW, width == 300 ? "w" : "a"), 0);
        }
        const auto document = core::PictureDocument::open(QFile::decodeName(path));
        QVERIFY(document);
        QCOMPARE((*document)->pageSizes(), (std::vector<QSizeF>{{144, 96}, {72, 96}}));
        const QImage second = drawn(**document, {.page = 2, .dpi = 150, .region = {}});
        QCOMPARE(second.size(), QSize(150, 200));
        QCOMPARE(second.pixelColor(10, 10), QColor(Qt::red));
        QCOMPARE(second.pixelColor(140, 190), QColor(Qt::blue));
        QCOMPARE(drawn(**document, {.page = 1, .dpi = 150, .region = {}}).size(), QSize(300, 200));
    }

    void transparentIsPaper()
    {
        QImage image(20, 20, QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        const auto document = open(encoded(image, "png"));
        QVERIFY(document);
        QCOMPARE(drawn(**document, {.dpi = 72, .region = {}}).pixelColor(5, 5), QColor(Qt::white));
    }

    void whatIsBrokenSaysSo()
    {
        const QByteArray png = encoded(sample(), "png");
        QVERIFY(!open(png.first(40)));
        QVERIFY(open("GIF89a rest").error().code == ErrorCode::BrokenDocument);
        QVERIFY(!open(QByteArray("II*\0", 4) + QByteArray(100, 'x')));
    }
};

QTEST_GUILESS_MAIN(PictureDocumentTest)
#include "tst_picturedocument.moc"
