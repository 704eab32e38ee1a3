// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/poppler/scanpicture.h"

#include "core/adapters/poppler/scancolours.h"
#include "core/adapters/scans/faxdecoder.h"
#include "core/adapters/scans/jpegdecoder.h"

#include <cstring>
#include <PDFDoc.h>
#include <Stream.h>
#include <unistd.h>

namespace core {
namespace {

constexpr qsizetype largestData = 64 << 20;
constexpr double mostPixels = 100e6;
constexpr int shortestSide = 200; // a smaller picture is soon drawn, and each of its pixels counts

bool isAbsent(Object &picture, std::initializer_list<const char *> keys)
{
    Dict *dictionary = picture.streamGetDict();
    return std::ranges::all_of(keys, [dictionary](const char *key) { return dictionary->lookup(key).isNull(); });
}

// Poppler reads a file by 256 bytes at a time.
QByteArray readAtOnce(BaseStream &stream, int file)
{
    const auto length = static_cast<qsizetype>(stream.getLength());
    if (length <= 0 || length > largestData)
        return {};
    QByteArray bytes(length, Qt::Uninitialized);
    qsizetype done = 0;
    while (done < length) {
        const auto got =
            ::pread(file, bytes.data() + done, static_cast<size_t>(length - done), stream.getStart() + done);
        if (got <= 0)
            return {};
        done += got;
    }
    return bytes;
}

// The bytes before the last filter.
QByteArray encoded(Stream &filter, int file)
{
    Stream *before = filter.getNextStream();
    if (!before)
        return {};
    if (before->getKind() == strFile && before->getBaseStream() == before) // not encrypted
        return readAtOnce(*before->getBaseStream(), file);
    QByteArray bytes;
    const qsizetype expected = static_cast<qsizetype>(before->getBaseStream()->getLength());
    bytes.reserve(qBound<qsizetype>(4096, expected, largestData));
    before->reset();
    std::array<unsigned char, 16384> some; // NOLINT(cppcoreguidelines-pro-type-member-init): filled before it is read
    int got = 0;
    while ((got = before->doGetChars(static_cast<int>(some.size()), some.data())) > 0 && bytes.size() <= largestData)
        bytes.append(reinterpret_cast<const char *>(some.data()), got);
    before->close();
    return bytes.size() <= largestData ? bytes : QByteArray();
}

// The smallest of the sizes that the decoder has which is not below this one.
int eighthsFor(QSize whole, QSize size)
{
    const auto reaches = [](int side, int eighths, int wanted) { return (side * eighths + 7) / 8 >= wanted; };
    for (int eighths = 1; eighths < 8; ++eighths) {
        if (reaches(whole.width(), eighths, size.width()) && reaches(whole.height(), eighths, size.height()))
            return eighths;
    }
    return 8;
}

bool isOffByOne(QSize a, QSize b)
{
    return std::abs(a.width() - b.width()) <= 1 && std::abs(a.height() - b.height()) <= 1;
}

// To the same size within one pixel a picture is cut or continued, not made anew.
QImage fitted(const QImage &image, QSize size)
{
    if (image.isNull() || image.size() == size)
        return image;
    if (!isOffByOne(image.size(), size))
        return image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    QImage cut = image.copy(QRect({}, size));
    if (size.width() > image.width()) {
        for (int y = 0; y < cut.height(); ++y) {
            auto *line = reinterpret_cast<QRgb *>(cut.scanLine(y));
            line[size.width() - 1] = line[size.width() - 2];
        }
    }
    if (size.height() > image.height())
        std::memcpy(cut.scanLine(size.height() - 1), cut.constScanLine(size.height() - 2),
                    static_cast<size_t>(cut.bytesPerLine()));
    return cut;
}

} // namespace

ScanPictures::ScanPictures(PDFDoc &document, const QString &file)
    : m_document(document)
    , m_file(file)
{
    (void)m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

QSize ScanPictures::sizeOf(const Object &picture)
{
    Dict *dictionary = picture.streamGetDict();
    const Object width = dictionary->lookup("Width");
    const Object height = dictionary->lookup("Height");
    const bool sane = width.isInt() && height.isInt() && width.getInt() >= shortestSide
        && height.getInt() >= shortestSide && static_cast<double>(width.getInt()) * height.getInt() <= mostPixels;
    return sane ? QSize(width.getInt(), height.getInt()) : QSize();
}

QImage ScanPictures::draw(Object &picture, QSize size, const StopCheck &stop, const MakePicture &make)
{
    const QSize own = sizeOf(picture);
    if (size.width() < 2 || size.height() < 2 || size.width() > own.width() || size.height() > own.height()
        || !isAbsent(picture, {"SMask", "Mask", "OC", "SMaskInData", "Matte"}))
        return {};
    switch (picture.getStream()->getKind()) {
    case strDCT:
        return drawJpeg(picture, size, stop, make);
    case strCCITTFax:
        return drawFax(picture, size, stop, make);
    default:
        return {};
    }
}

QImage ScanPictures::drawJpeg(Object &picture, QSize size, const StopCheck &stop, const MakePicture &make)
{
    if (!isAbsent(picture, {"Decode", "DecodeParms", "DP", "ImageMask", "F"}))
        return {};
    const QByteArray jpeg = encoded(*picture.getStream(), m_file.handle());
    const auto header = jpegHeader(jpeg);
    if (!header || header->size != sizeOf(picture))
        return {};
    const int components = header->components;
    const std::string kind = "jpeg " + colourKind(picture) + '/' + std::to_string(components);
    if (!isKnown(kind, [&] {
            return keepsColours(m_document, picture, components) && showsTheSame(picture, jpeg, components);
        }))
        return {};
    return fitted(decodeJpeg(jpeg, eighthsFor(header->size, size), stop, INT_MAX, make), size);
}

QImage ScanPictures::drawFax(Object &picture, QSize size, const StopCheck &stop, const MakePicture &make)
{
    auto *filter = static_cast<CCITTFaxStream *>(picture.getStream());
    const QSize own = sizeOf(picture);
    if (filter->getEncoding() >= 0 || filter->getEncodedByteAlign() || filter->getEndOfLine()
        || filter->getColumns() != own.width() || !isAbsent(picture, {"F"}))
        return {};
    const auto colours = bitColours(m_document, picture);
    if (!colours)
        return {};
    const QByteArray data = encoded(*filter, m_file.handle());
    const bool blackIsOne = filter->getBlackIs1();
    const FaxPicture fax{data, own, (*colours)[blackIsOne ? 0 : 1], (*colours)[blackIsOne ? 1 : 0]};
    const std::string kind = blackIsOne ? "fax, black is 1" : "fax";
    if (!isKnown(kind, [&] { return showsTheSame(picture, fax, *colours); }))
        return {};
    return core::drawFax(fax, size, stop, make);
}

bool ScanPictures::isKnown(const std::string &kind, const std::function<bool()> &check)
{
    const auto known = m_known.find(kind);
    if (known != m_known.end())
        return known->second;
    return m_known[kind] = check();
}

} // namespace core
