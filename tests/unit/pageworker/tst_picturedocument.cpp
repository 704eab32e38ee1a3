// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/pictures/leptonicaimage.h"
#include "core/adapters/pictures/picturedocument.h"
#include "core/documents/pagegeometry.h"

#include <QBuffer>
#include <QTemporaryDir>
#include <QtEndian>
#include <QTest>

#include <leptonica/allheaders.h>
#include <memory>
#include <tiffio.h>

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

// The left half of one colour, the right one of another.
struct Tiff {
    int bits = 8;
    int photometric = PHOTOMETRIC_RGB;
    std::vector<int> left; // samples of a pixel, 0 to 255
    std::vector<int> right;
    int alpha = -1; // EXTRASAMPLE_...; -1: none
    int planar = PLANARCONFIG_CONTIG;
    int compression = COMPRESSION_LZW;
    int orientation = ORIENTATION_TOPLEFT;
    int sampleFormat = SAMPLEFORMAT_UINT;
    int inks = INKSET_CMYK;
};

constexpr int tiffWidth = 40;
constexpr int tiffHeight = 20;

QByteArray samplesOf(const Tiff &kind, int from, int to, int first, int count)
{
    QByteArray row;
    for (int x = from; x < to; ++x) {
        for (int sample = first; sample < first + count; ++sample) {
            const int value = (x < tiffWidth / 2 ? kind.left : kind.right).at(static_cast<size_t>(sample));
            row.append(kind.bits / 8, static_cast<char>(value));
        }
    }
    return row;
}

bool writeTiff(const QString &path, const Tiff &kind)
{
    const std::unique_ptr<TIFF, decltype(&TIFFClose)> file(TIFFOpen(QFile::encodeName(path).constData(), "w"),
                                                           &TIFFClose);
    if (!file)
        return false;
    TIFF *tiff = file.get();
    const int samples = static_cast<int>(kind.left.size());
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, tiffWidth);
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, tiffHeight);
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, kind.bits);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, samples);
    TIFFSetField(tiff, TIFFTAG_SAMPLEFORMAT, kind.sampleFormat);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, kind.photometric);
    TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, kind.planar);
    TIFFSetField(tiff, TIFFTAG_COMPRESSION, kind.compression);
    TIFFSetField(tiff, TIFFTAG_ORIENTATION, kind.orientation);
    TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, 8);
    if (kind.photometric == PHOTOMETRIC_SEPARATED)
        TIFFSetField(tiff, TIFFTAG_INKSET, kind.inks);
    if (kind.alpha >= 0) {
        auto alpha = static_cast<uint16_t>(kind.alpha);
        TIFFSetField(tiff, TIFFTAG_EXTRASAMPLES, 1, &alpha);
    }
    const bool isSeparate = kind.planar == PLANARCONFIG_SEPARATE;
    for (int plane = 0; plane < (isSeparate ? samples : 1); ++plane) {
        for (uint32_t y = 0; y < tiffHeight; ++y) {
            QByteArray row = samplesOf(kind, 0, tiffWidth, plane, isSeparate ? 1 : samples);
            if (TIFFWriteScanline(tiff, row.data(), y, static_cast<uint16_t>(plane)) != 1)
                return false;
        }
    }
    return true;
}

constexpr int faxWidth = 400;
constexpr int faxHeight = 300;

// Black bars from the left, of several lengths.
bool writeFax(const QString &path, int compression, int height = faxHeight)
{
    const std::unique_ptr<TIFF, decltype(&TIFFClose)> file(TIFFOpen(QFile::encodeName(path).constData(), "w"),
                                                           &TIFFClose);
    if (!file)
        return false;
    TIFF *tiff = file.get();
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, faxWidth);
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, height);
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, 1);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, 1);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISWHITE);
    TIFFSetField(tiff, TIFFTAG_COMPRESSION, compression);
    TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, height);
    TIFFSetField(tiff, TIFFTAG_XRESOLUTION, 72.0);
    TIFFSetField(tiff, TIFFTAG_YRESOLUTION, 72.0);
    for (int y = 0; y < height; ++y) {
        QByteArray row(faxWidth / 8, '\0');
        row.replace(0, 5 + y * 7 % 20, QByteArray(5 + y * 7 % 20, '\xff'));
        if (TIFFWriteScanline(tiff, row.data(), static_cast<uint32_t>(y), 0) != 1)
            return false;
    }
    return true;
}

struct Strip {
    qint64 offset = 0;
    qint64 size = 0;
};

Strip lastStrip(const QString &path, int page)
{
    const std::unique_ptr<TIFF, decltype(&TIFFClose)> file(TIFFOpen(QFile::encodeName(path).constData(), "rc"),
                                                           &TIFFClose);
    if (!file || TIFFSetDirectory(file.get(), static_cast<tdir_t>(page)) != 1)
        return {};
    const uint32_t last = TIFFNumberOfStrips(file.get()) - 1;
    return {static_cast<qint64>(TIFFGetStrileOffset(file.get(), last)),
            static_cast<qint64>(TIFFGetStrileByteCount(file.get(), last))};
}

bool overwrite(const QString &path, qint64 offset, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::ReadWrite) && file.seek(offset) && file.write(bytes) == bytes.size();
}

// Sets the last value of a tag in the first directory of a file as libtiff writes it on a little-endian machine.
bool setLast(const QString &path, uint16_t tag, uint32_t value)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray bytes = file.readAll();
    const auto number = [&bytes](qint64 at) { return qFromLittleEndian<quint32>(bytes.constData() + at); };
    const auto shortNumber = [&bytes](qint64 at) { return qFromLittleEndian<quint16>(bytes.constData() + at); };
    const qint64 directory = number(4);
    for (int i = 0; i < shortNumber(directory); ++i) {
        const qint64 entry = directory + 2 + 12 * i;
        if (shortNumber(entry) != tag)
            continue;
        const qint64 width = shortNumber(entry + 2) == TIFF_SHORT ? 2 : 4;
        const qint64 size = width * number(entry + 4);
        const qint64 values = size <= 4 ? entry + 8 : number(entry + 8);
        const auto littleEndian = qToLittleEndian(value);
        return overwrite(path, values + size - width, QByteArray(reinterpret_cast<const char *>(&littleEndian), width));
    }
    return false;
}

// damage: "junk": it can't be decoded; "missing", "outside": the file says that it has no bytes, or ends before them;
// "ends": it is a JPEG whose mark of the end comes too early.
bool damageLastStrip(const QString &path, const QString &damage, int page = 0)
{
    if (damage == u"missing"_s)
        return setLast(path, TIFFTAG_STRIPBYTECOUNTS, 0);
    if (damage == u"outside"_s)
        return setLast(path, TIFFTAG_STRIPOFFSETS, 60'000);
    const Strip strip = lastStrip(path, page);
    if (damage == u"ends"_s)
        return overwrite(path, strip.offset + strip.size - 8, QByteArray::fromHex("ffd9"));
    return overwrite(path, strip.offset, QByteArray(strip.size, '\xfe'));
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

Q_DECLARE_METATYPE(Tiff)

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

    void whatCantBeDecodedIsNoBlackPage()
    {
        for (const int compression : {COMPRESSION_LZW, COMPRESSION_ADOBE_DEFLATE}) {
            const QString path = m_folder.filePath(u"junk%1.tif"_s.arg(compression));
            QVERIFY(writeTiff(path, {.left = {255, 0, 0}, .right = {0, 0, 255}, .compression = compression}));
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadWrite));
            file.seek(8); // the samples follow the header
            file.write(QByteArray(24, '\xfe'));
            file.close();
            const auto document = core::PictureDocument::open(path);
            QVERIFY(document);
            const auto image = (*document)->draw({1, 72, 0, {0, 0, tiffWidth, tiffHeight}}, {});
            QVERIFY(!image);
            QCOMPARE(image.error().code, ErrorCode::BrokenDocument);
        }
    }

    void aTiffThatLacksAPartSaysSo_data()
    {
        QTest::addColumn<Tiff>("kind");
        QTest::addColumn<QString>("damage");
        Tiff colour{.left = {255, 0, 0}, .right = {0, 0, 255}};
        Tiff gray{.bits = 16, .photometric = PHOTOMETRIC_MINISWHITE, .left = {255}, .right = {0}};
        Tiff alpha{.left = {255, 0, 0, 255}, .right = {0, 0, 255, 255}, .alpha = EXTRASAMPLE_UNASSALPHA};
        for (const int compression : {COMPRESSION_NONE, COMPRESSION_LZW, COMPRESSION_ADOBE_DEFLATE}) {
            colour.compression = gray.compression = alpha.compression = compression;
            for (const QString &damage : {u"missing"_s, u"outside"_s, u"junk"_s}) {
                if (damage == u"junk"_s && compression == COMPRESSION_NONE)
                    continue;
                const QByteArray name = QByteArray::number(compression) + ' ' + damage.toLatin1();
                QTest::newRow("colour " + name) << colour << damage;
                QTest::newRow("16 bits " + name) << gray << damage;
                QTest::newRow("transparent " + name) << alpha << damage;
            }
        }
        colour.compression = COMPRESSION_JPEG;
        QTest::newRow("jpeg ends") << colour << u"ends"_s;
    }

    void aTiffThatLacksAPartSaysSo()
    {
        QFETCH(Tiff, kind);
        QFETCH(QString, damage);
        const QString path = m_folder.filePath(u"lacks%1.tif"_s.arg(++m_files));
        QVERIFY(writeTiff(path, kind));
        const auto whole = core::PictureDocument::open(path);
        QVERIFY(whole);
        QVERIFY((*whole)->draw({1, 72, 0, {0, 0, tiffWidth, tiffHeight}}, {}));
        QVERIFY(damageLastStrip(path, damage));
        const auto document = core::PictureDocument::open(path);
        QVERIFY(document);
        const auto image = (*document)->draw({1, 72, 0, {0, 0, tiffWidth, tiffHeight}}, {});
        QVERIFY(!image);
        QCOMPARE(image.error().code, ErrorCode::BrokenDocument);
        QCOMPARE(image.error().detail, u"the picture is damaged or cut off"_s);
    }

    void theOtherPicturesOfADamagedTiffStayReadable()
    {
        const QByteArray path = QFile::encodeName(m_folder.filePath(u"three.tif"_s));
        for (const char *mode : {"w", "a", "a"})
            QCOMPARE(pixWriteTiff(path.constData(), core::pixOf(sample()).get(), IFF_TIFF_LZW, mode), 0);
        QVERIFY(damageLastStrip(QFile::decodeName(path), u"junk"_s, 1));
        const auto document = core::PictureDocument::open(QFile::decodeName(path));
        QVERIFY(document);
        for (int turn = 0; turn < 2; ++turn) {
            QVERIFY(!drawn(**document, {.page = 1, .dpi = 72, .region = {}}).isNull());
            QVERIFY(drawn(**document, {.page = 2, .dpi = 72, .region = {}}).isNull());
            QVERIFY(!drawn(**document, {.page = 3, .dpi = 72, .region = {}}).isNull());
        }
    }

    void aFaxThatEndsTooEarlySaysSo_data()
    {
        QTest::addColumn<int>("compression");
        QTest::addColumn<int>("from"); // a hundredth of the data, from where on it is overwritten
        QTest::addColumn<int>("byte");
        QTest::addColumn<bool>("isShown");
        for (const int compression : {COMPRESSION_CCITTRLE, COMPRESSION_CCITTFAX3, COMPRESSION_CCITTFAX4}) {
            const QByteArray name = QByteArray::number(compression);
            QTest::newRow("whole " + name) << compression << 100 << 0 << true;
            QTest::newRow("nothing in it " + name) << compression << 0 << 0 << false;
            QTest::newRow("erased " + name) << compression << 0 << 0xff << false;
            QTest::newRow("ends in the middle " + name) << compression << 50 << 0 << false;
            QTest::newRow("lacks the last row " + name) << compression << 99 << 0 << true;
        }
    }

    void aFaxThatEndsTooEarlySaysSo()
    {
        QFETCH(int, compression);
        QFETCH(int, from);
        QFETCH(int, byte);
        const QString path = m_folder.filePath(u"fax%1.tif"_s.arg(++m_files));
        QVERIFY(writeFax(path, compression));
        const Strip strip = lastStrip(path, 0);
        QVERIFY(strip.size > 100);
        const qint64 first = strip.size * from / 100;
        QVERIFY(overwrite(path, strip.offset + first, QByteArray(strip.size - first, static_cast<char>(byte))));
        const auto document = core::PictureDocument::open(path);
        QVERIFY(document);
        const auto image = (*document)->draw({1, 72, 0, {0, 0, faxWidth, faxHeight}}, {});
        QTEST(image.has_value(), "isShown");
        if (!image)
            QCOMPARE(image.error().code, ErrorCode::BrokenDocument);
    }

    void aFaxWithAFewBadRowsIsShown()
    {
        const QString path = m_folder.filePath(u"noise.tif"_s);
        QVERIFY(writeFax(path, COMPRESSION_CCITTFAX3));
        const Strip strip = lastStrip(path, 0);
        QVERIFY(overwrite(path, strip.offset + strip.size / 2, QByteArray(4, '\x5a')));
        const auto document = core::PictureDocument::open(path);
        QVERIFY(document);
        const QImage image = drawn(**document, {.dpi = 72, .region = {}});
        QCOMPARE(image.pixelColor(10, faxHeight - 5), QColor(Qt::black));
        QCOMPARE(image.pixelColor(faxWidth - 10, faxHeight - 5), QColor(Qt::white));
    }

    void aJpegThatIsCutOffSaysSo()
    {
        QImage noisy(300, 200, QImage::Format_RGB32);
        for (int y = 0; y < noisy.height(); ++y) {
            for (int x = 0; x < noisy.width(); ++x)
                noisy.setPixel(x, y, qRgb(x * y % 251, x * 31 % 241, y * 17 % 239));
        }
        const QByteArray jpeg = encoded(noisy, "jpg");
        for (const int hundredths : {50, 90, 99}) {
            const auto document = open(jpeg.first(jpeg.size() * hundredths / 100));
            QVERIFY(!document);
            QCOMPARE(document.error().code, ErrorCode::BrokenDocument);
            QCOMPARE(document.error().detail, u"the picture is damaged or cut off"_s);
        }
        QVERIFY(open(jpeg));
        QVERIFY(open(jpeg.chopped(2))); // all rows, but not the mark of the end
        QVERIFY(open(jpeg + QByteArray(100, '\0')));
    }

    void aFaxOfFewRowsIsShown()
    {
        for (const int rows : {1, 3}) {
            const QString path = m_folder.filePath(u"small%1.tif"_s.arg(rows));
            QVERIFY(writeFax(path, COMPRESSION_CCITTFAX4, rows));
            const auto document = core::PictureDocument::open(path);
            QVERIFY(document);
            QVERIFY((*document)->draw({1, 72, 0, {0, 0, faxWidth, rows}}, {}));
            const Strip strip = lastStrip(path, 0);
            QVERIFY(overwrite(path, strip.offset, QByteArray(strip.size, '\0')));
            const auto damaged = core::PictureDocument::open(path);
            QVERIFY(damaged);
            QVERIFY(!(*damaged)->draw({1, 72, 0, {0, 0, faxWidth, rows}}, {}));
        }
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
