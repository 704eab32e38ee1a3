// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/pictures/leptonicaimage.h"
#include "core/adapters/pictures/picturedocument.h"
#include "core/documents/pagegeometry.h"
#include "tests/unit/pageworker/samplepictures.h"

#include <QTemporaryDir>
#include <QtEndian>
#include <QTest>

#include <leptonica/allheaders.h>
#include <memory>

using namespace Qt::Literals::StringLiterals;
using core::ErrorCode;

namespace {

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

// As PNG has it, ISO/IEC 15948 annex D.
quint32 checksum(const QByteArray &chunk)
{
    quint32 sum = 0xffffffff;
    for (const char byte : chunk) {
        sum ^= static_cast<uchar>(byte);
        for (int bit = 0; bit < 8; ++bit)
            sum = (sum & 1) != 0 ? sum >> 1 ^ 0xedb88320 : sum >> 1;
    }
    return ~sum;
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

    void verifyHalves(const Tiff &kind)
    {
        QFETCH(QColor, left);
        QFETCH(QColor, right);
        const QString path = m_folder.filePath(u"halves%1.tif"_s.arg(++m_files));
        QVERIFY(writeTiff(path, kind));
        const auto document = core::PictureDocument::open(path);
        QVERIFY(document);
        QCOMPARE((*document)->pageSizes().at(0), QSizeF(tiffWidth, tiffHeight));
        const QImage image = drawn(**document, {.dpi = 72, .region = {}});
        QCOMPARE(image.pixelColor(5, 15), left);
        QCOMPARE(image.pixelColor(35, 15), right);
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

    void transparentTiffsLieOnPaper_data()
    {
        QTest::addColumn<Tiff>("kind");
        QTest::addColumn<QColor>("left");
        QTest::addColumn<QColor>("right");
        constexpr int associated = EXTRASAMPLE_ASSOCALPHA;
        constexpr int unassociated = EXTRASAMPLE_UNASSALPHA;
        const QColor paper(Qt::white);
        const QColor pink(255, 128, 128);
        const QColor gray(128, 128, 128);
        for (const int bits : {8, 16}) {
            for (const int planar : {PLANARCONFIG_CONTIG, PLANARCONFIG_SEPARATE}) {
                const auto name = [&](const char *kind) {
                    return QByteArray(kind) + ' ' + QByteArray::number(bits) + ' ' + QByteArray::number(planar);
                };
                Tiff tiff{.bits = bits, .left = {0, 0, 0, 0}, .right = {255, 0, 0, 127}, .planar = planar};
                tiff.alpha = unassociated;
                QTest::newRow(name("rgb")) << tiff << paper << pink;
                tiff.right[0] = 127;
                tiff.alpha = associated;
                QTest::newRow(name("rgb multiplied")) << tiff << paper << pink;
                tiff = {.bits = bits, .photometric = PHOTOMETRIC_MINISBLACK, .left = {0, 0}, .right = {0, 127}};
                tiff.planar = planar;
                tiff.alpha = unassociated;
                QTest::newRow(name("gray")) << tiff << paper << gray;
                tiff.alpha = associated;
                QTest::newRow(name("gray multiplied")) << tiff << paper << gray;
            }
        }
    }

    void transparentTiffsLieOnPaper()
    {
        QFETCH(Tiff, kind);
        verifyHalves(kind);
    }

    void inkOf16BitsIsShown_data()
    {
        QTest::addColumn<Tiff>("kind");
        QTest::addColumn<QColor>("left");
        QTest::addColumn<QColor>("right");
        Tiff ink{.bits = 16, .photometric = PHOTOMETRIC_SEPARATED, .left = {0, 255, 255, 0}, .right = {0, 0, 0, 127}};
        QTest::newRow("compressed") << ink << QColor(Qt::red) << QColor(128, 128, 128);
        ink.compression = COMPRESSION_NONE;
        QTest::newRow("not compressed") << ink << QColor(Qt::red) << QColor(128, 128, 128);
        ink.planar = PLANARCONFIG_SEPARATE;
        QTest::newRow("plane after plane") << ink << QColor(Qt::red) << QColor(128, 128, 128);
        ink.orientation = ORIENTATION_TOPRIGHT;
        QTest::newRow("mirrored") << ink << QColor(128, 128, 128) << QColor(Qt::red);
        Tiff gray{.bits = 16, .photometric = PHOTOMETRIC_MINISWHITE, .left = {255}, .right = {0}};
        QTest::newRow("gray, white at zero") << gray << QColor(Qt::black) << QColor(Qt::white);
        gray.compression = COMPRESSION_NONE;
        QTest::newRow("gray, white at zero, not compressed") << gray << QColor(Qt::black) << QColor(Qt::white);
    }

    void inkOf16BitsIsShown()
    {
        QFETCH(Tiff, kind);
        verifyHalves(kind);
    }

    void aTransparentTiffIsTurnedAsItSays()
    {
        Tiff kind{.left = {255, 0, 0, 255}, .right = {0, 0, 255, 255}, .alpha = EXTRASAMPLE_UNASSALPHA};
        kind.orientation = ORIENTATION_RIGHTTOP; // the first row is on the right: the left end is at the top
        const QString path = m_folder.filePath(u"turned.tif"_s);
        QVERIFY(writeTiff(path, kind));
        const auto document = core::PictureDocument::open(path);
        QVERIFY(document);
        QCOMPARE((*document)->pageSizes().at(0), QSizeF(tiffHeight, tiffWidth));
        const QImage image = drawn(**document, {.dpi = 72, .region = {}});
        QCOMPARE(image.pixelColor(10, 5), QColor(Qt::red));
        QCOMPARE(image.pixelColor(10, 35), QColor(Qt::blue));
    }

    void aKindOfTiffThatIsNotReadIsNotCalledDamaged()
    {
        Tiff kind{.bits = 32, .left = {0, 0, 0}, .right = {0, 0, 0}, .sampleFormat = SAMPLEFORMAT_IEEEFP};
        const QString path = m_folder.filePath(u"kind.tif"_s);
        QVERIFY(writeTiff(path, kind));
        const auto numbers = core::PictureDocument::open(path);
        QVERIFY(!numbers);
        QCOMPARE(numbers.error().code, ErrorCode::NotADocument);

        kind = {.photometric = PHOTOMETRIC_SEPARATED, .left = {0, 0, 0, 0}, .right = {0, 0, 0, 0}};
        kind.inks = INKSET_MULTIINK; // nobody says which inks
        QVERIFY(writeTiff(path, kind));
        const auto inks = core::PictureDocument::open(path);
        QVERIFY(inks);
        const auto image = (*inks)->draw({1, 72, 0, {0, 0, tiffWidth, tiffHeight}}, {});
        QVERIFY(!image);
        QCOMPARE(image.error().code, ErrorCode::NotADocument);
    }

    void aPictureOfTooManyPixelsIsNotCalledDamaged()
    {
        QByteArray png = encoded(QImage(8, 8, QImage::Format_Mono), "png");
        QByteArray header = png.mid(12, 17); // "IHDR" and what it says; its checksum follows
        const QByteArray side = QByteArray::fromHex("00007530"); // 30,000
        header.replace(4, 8, side + side);
        const auto sum = qToBigEndian(checksum(header));
        png.replace(12, 17, header).replace(29, 4, reinterpret_cast<const char *>(&sum), 4);
        const auto document = open(png);
        QVERIFY(!document);
        QCOMPARE(document.error().code, ErrorCode::LimitReached);
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
