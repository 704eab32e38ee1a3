// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/scans/faxdecoder.h"

#include <QtEndian>

#include <algorithm>
#include <bit>
#include <cstring>
#include <memory>
#include <tiffio.h>
#include <vector>

namespace core {
namespace {

constexpr int rowsBetweenChecks = 128;
constexpr int longestSide = 60'000;

// libtiff reads files only: one strip behind the shortest header.
QByteArray tiffAround(const FaxPicture &picture)
{
    struct Entry {
        quint16 tag;
        quint32 value;
    };
    constexpr quint32 headerSize = 8;
    const std::array entries{
        Entry{TIFFTAG_IMAGEWIDTH, static_cast<quint32>(picture.size.width())},
        Entry{TIFFTAG_IMAGELENGTH, static_cast<quint32>(picture.size.height())},
        Entry{TIFFTAG_BITSPERSAMPLE, 1},
        Entry{TIFFTAG_COMPRESSION, COMPRESSION_CCITTFAX4},
        Entry{TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISWHITE},
        Entry{TIFFTAG_STRIPOFFSETS, 0}, // behind the directory
        Entry{TIFFTAG_SAMPLESPERPIXEL, 1},
        Entry{TIFFTAG_ROWSPERSTRIP, static_cast<quint32>(picture.size.height())},
        Entry{TIFFTAG_STRIPBYTECOUNTS, static_cast<quint32>(picture.data.size())},
    };
    const quint32 offset = headerSize + 2 + 12 * static_cast<quint32>(entries.size()) + 4;
    QByteArray file("II\x2a\0", 4);
    const auto put = [&file](auto value) {
        const auto bytes = qToLittleEndian(value);
        file.append(reinterpret_cast<const char *>(&bytes), sizeof bytes);
    };
    put(headerSize);
    put(static_cast<quint16>(entries.size()));
    for (const Entry &entry : entries) {
        put(entry.tag);
        put(static_cast<quint16>(TIFF_LONG));
        put(quint32{1});
        put(entry.tag == TIFFTAG_STRIPOFFSETS ? offset : entry.value);
    }
    put(quint32{0});
    file.append(picture.data);
    return file;
}

struct Source {
    QByteArray file;
    qsizetype position = 0;
};

Source &of(thandle_t handle)
{
    return *static_cast<Source *>(handle);
}

tmsize_t read(thandle_t handle, void *target, tmsize_t size)
{
    Source &source = of(handle);
    const qsizetype some = std::clamp<qsizetype>(source.file.size() - source.position, 0, size);
    std::memcpy(target, source.file.constData() + source.position, static_cast<size_t>(some));
    source.position += some;
    return some;
}

toff_t seek(thandle_t handle, toff_t offset, int from)
{
    Source &source = of(handle);
    const qsizetype base = from == SEEK_SET ? 0 : from == SEEK_CUR ? source.position : source.file.size();
    source.position = std::clamp<qsizetype>(base + static_cast<qsizetype>(offset), 0, source.file.size());
    return static_cast<toff_t>(source.position);
}

tmsize_t refuseWriting(thandle_t, void *, tmsize_t)
{
    return -1;
}

int leaveOpen(thandle_t)
{
    return 0;
}

toff_t sizeOf(thandle_t handle)
{
    return static_cast<toff_t>(of(handle).file.size());
}

int map(thandle_t handle, void **base, toff_t *size)
{
    *base = of(handle).file.data();
    *size = sizeOf(handle);
    return 1;
}

void unmap(thandle_t, void *, toff_t) { }

struct TiffClose {
    void operator()(TIFF *tiff) const { TIFFClose(tiff); }
};

// libtiff tells of damage by these only, and goes on.
thread_local bool damaged = false;

void note(const char *, const char *, va_list)
{
    damaged = true;
}

std::unique_ptr<TIFF, TiffClose> openTiff(Source &source)
{
    TIFFSetErrorHandler(&note);
    TIFFSetWarningHandler(&note);
    damaged = false;
    return std::unique_ptr<TIFF, TiffClose>(
        TIFFClientOpen("fax", "r", &source, &read, &refuseWriting, &seek, &leaveOpen, &sizeOf, &map, &unmap));
}

// Adds up the black pixels of rows, and makes means of them.
class Means
{
public:
    Means(const FaxPicture &picture, QSize size)
        : m_picture(picture)
        , m_columns(static_cast<size_t>(picture.size.width() + 63) / 64 * 64, size.width())
        , m_width(static_cast<size_t>(size.width()))
        , m_shades(static_cast<size_t>(fewPixels + 1) * (fewPixels + 1))
        , m_black(static_cast<size_t>(size.width()) + 1)
        , m_white(static_cast<size_t>(size.width()) + 1)
    {
        for (int x = 0; x < picture.size.width(); ++x) {
            m_columns[static_cast<size_t>(x)] =
                static_cast<int>(static_cast<qint64>(x) * size.width() / picture.size.width());
            ++m_width[static_cast<size_t>(m_columns[static_cast<size_t>(x)])];
        }
        for (quint32 all = 1; all <= fewPixels; ++all) {
            for (quint32 black = 0; black <= all; ++black)
                m_shades[all * (fewPixels + 1) + black] = shade(black, all);
        }
    }

    // Bits, the first pixel in the highest; a multiple of eight bytes.
    void add(const std::vector<uchar> &row)
    {
        // One pixel after the other, but only those of the rarer kind: a page is mostly paper.
        qsizetype black = 0;
        for (size_t at = 0; at < row.size(); at += 8)
            black += std::popcount(word(row, at));
        const bool isDark = black > m_picture.size.width() / 2;
        std::vector<quint32> &counts = isDark ? m_white : m_black;
        for (size_t at = 0; at < row.size(); at += 8)
            count(isDark ? ~word(row, at) : word(row, at), m_columns.data() + at * 8, counts);
        ++m_rows;
        m_darkRows += isDark ? 1 : 0;
    }

    void finish(QRgb *target)
    {
        for (size_t x = 0; x < m_width.size(); ++x)
            target[x] = mix(m_black[x] + m_width[x] * m_darkRows - m_white[x], m_width[x] * m_rows);
        std::ranges::fill(m_black, 0U);
        std::ranges::fill(m_white, 0U);
        m_rows = 0;
        m_darkRows = 0;
    }

private:
    static constexpr quint32 fewPixels = 36;

    static quint64 word(const std::vector<uchar> &row, size_t at) { return qFromBigEndian<quint64>(row.data() + at); }

    static void count(quint64 bits, const int *columns, std::vector<quint32> &counts)
    {
        while (bits != 0) {
            const int bit = std::countl_zero(bits);
            ++counts[static_cast<size_t>(columns[bit])];
            bits &= ~(quint64{1} << (63 - bit));
        }
    }

    [[nodiscard]] QRgb mix(quint32 black, quint32 all) const
    {
        if (black == 0 || all == 0)
            return m_picture.white;
        return all <= fewPixels ? m_shades[all * (fewPixels + 1) + black] : shade(black, all);
    }

    [[nodiscard]] QRgb shade(quint32 black, quint32 all) const
    {
        const auto channel = [black, all](int from, int to) {
            return from + (to - from) * static_cast<int>(black) / static_cast<int>(all);
        };
        return qRgb(channel(qRed(m_picture.white), qRed(m_picture.black)),
                    channel(qGreen(m_picture.white), qGreen(m_picture.black)),
                    channel(qBlue(m_picture.white), qBlue(m_picture.black)));
    }

    const FaxPicture &m_picture;
    std::vector<int> m_columns; // which pixel a column goes to; those of the padding to none that is looked at
    std::vector<quint32> m_width; // columns a pixel
    std::vector<QRgb> m_shades; // by how many of a pixel's few are black: divisions take longer than all the rest
    std::vector<quint32> m_black; // of the light rows
    std::vector<quint32> m_white; // of the dark rows
    quint32 m_rows = 0;
    quint32 m_darkRows = 0;
};

} // namespace

QImage drawFax(const FaxPicture &picture, QSize size, const StopCheck &stop, const MakePicture &make)
{
    const bool sane = size.width() > 0 && size.height() > 0 && size.width() <= picture.size.width()
        && size.height() <= picture.size.height() && picture.size.width() <= longestSide
        && picture.size.height() <= longestSide;
    if (!sane)
        return {};
    Source source{tiffAround(picture)};
    const auto tiff = openTiff(source);
    std::vector<uchar> row(static_cast<size_t>(picture.size.width() + 63) / 64 * 8);
    QImage image = make(size);
    if (!tiff || image.isNull() || TIFFScanlineSize(tiff.get()) > static_cast<tmsize_t>(row.size()))
        return {};
    Means means(picture, size);
    uchar *bits = image.bits();
    const int height = picture.size.height();
    int target = 0;
    for (int y = 0; y < height; ++y) {
        if (y % rowsBetweenChecks == 0 && stop && stop())
            return {};
        if (TIFFReadScanline(tiff.get(), row.data(), static_cast<uint32_t>(y)) != 1 || damaged)
            return {};
        means.add(row);
        if (y + 1 == height || static_cast<int>(static_cast<qint64>(y + 1) * size.height() / height) != target)
            means.finish(reinterpret_cast<QRgb *>(bits + image.bytesPerLine() * target++));
    }
    return target == size.height() ? image : QImage();
}

} // namespace core
