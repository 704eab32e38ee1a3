// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/pictures/leptonicaimage.h"
#include "core/adapters/pictures/picturedocument.h"
#include "core/documents/pagegeometry.h"
#include "tests/unit/pageworker/samplepictures.h"

#include <QTemporaryDir>
#include <QtEndian>
#include <QTest>

#include <leptonica/allheaders.h>

using namespace Qt::Literals::StringLiterals;
using core::ErrorCode;

namespace {

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

} // namespace

class DamagedPicturesTest : public QObject
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
            QTest::newRow("its last row is bad " + name)
                << compression << 99 << 0 << (compression != COMPRESSION_CCITTFAX4);
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

    void aRowOfG4ThatIsBadSpoilsAllBelowIt()
    {
        const QString path = m_folder.filePath(u"noiseg4.tif"_s);
        QVERIFY(writeFax(path, COMPRESSION_CCITTFAX4));
        const Strip strip = lastStrip(path, 0);
        QVERIFY(overwrite(path, strip.offset + strip.size / 2, QByteArray(2, '\0')));
        const auto document = core::PictureDocument::open(path);
        QVERIFY(document);
        QVERIFY(drawn(**document, {.dpi = 72, .region = {}}).isNull());
    }

    void whatLiesInTheHeaderIsNoPicture()
    {
        const QString path = m_folder.filePath(u"header.tif"_s);
        QVERIFY(writeTiff(path, {.left = {255, 0, 0}, .right = {0, 0, 255}, .compression = COMPRESSION_NONE}));
        QVERIFY(setLast(path, TIFFTAG_STRIPOFFSETS, 0));
        const auto document = core::PictureDocument::open(path);
        QVERIFY(document);
        QVERIFY(drawn(**document, {.dpi = 72, .region = {}}).isNull());
    }

    void aPictureThatIsNamedAndNotThereIsAPageThatCanNotBeShown()
    {
        const QString path = m_folder.filePath(u"chain.tif"_s);
        QVERIFY(writeTiff(path, {.left = {255, 0, 0}, .right = {0, 0, 255}}));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray bytes = file.readAll();
        const qint64 directory = qFromLittleEndian<quint32>(bytes.constData() + 4);
        const qint64 next = directory + 2 + 12 * qFromLittleEndian<quint16>(bytes.constData() + directory);
        file.close();
        QVERIFY(overwrite(path, next, QByteArray::fromHex("00000100"))); // beyond its end
        const auto document = core::PictureDocument::open(path);
        QVERIFY(document);
        QCOMPARE((*document)->pageSizes().size(), std::size_t(2));
        QVERIFY(!drawn(**document, {.dpi = 72, .region = {}}).isNull());
        QVERIFY(drawn(**document, {.page = 2, .dpi = 72, .region = {}}).isNull());
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
};

QTEST_GUILESS_MAIN(DamagedPicturesTest)
#include "tst_damagedpictures.moc"
