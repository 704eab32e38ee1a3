// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/pictures/picturedocument.h"

#include "core/adapters/pictures/jpegcheck.h"
#include "core/documents/pagegeometry.h"

#include <QFile>
#include <QImageReader>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr int largestPicture = 1024; // megabytes, decoded
constexpr double inchesPerMeter = 1 / 0.0254;

// A resolution nobody would scan at is a mistake of the file's.
double saneDpi(double dpi)
{
    return dpi >= 20 && dpi <= 4800 ? dpi : 72;
}

// Qt gives the screen's resolution to a picture that names none.
QSizeF dpiOf(const QImage &image)
{
    const QImage unnamed(1, 1, QImage::Format_RGB32);
    if (image.dotsPerMeterX() == unnamed.dotsPerMeterX() && image.dotsPerMeterY() == unnamed.dotsPerMeterY())
        return {72, 72};
    // Whole dots a meter are a little off: 300 dpi are 11,811.02.
    return {std::round(image.dotsPerMeterX() / inchesPerMeter * 10) / 10,
            std::round(image.dotsPerMeterY() / inchesPerMeter * 10) / 10};
}

QSizeF saneDpi(QSizeF dpi)
{
    return {saneDpi(dpi.width()), saneDpi(dpi.height())};
}

// The part of the picture that is asked for, at its new size.
QImage resample(const QImage &picture, const QRectF &source, QSize size)
{
    const bool isMuchSmaller = size.width() * 2 < source.width() || size.height() * 2 < source.height();
    if (isMuchSmaller || source.toAlignedRect() == picture.rect())
        return picture.copy(source.toAlignedRect()).scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    QImage target(size, QImage::Format_RGB32);
    target.fill(Qt::white);
    QPainter painter(&target);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRectF({}, QSizeF(size)), picture, source);
    return target;
}

Result<> checkJpeg(const QString &path)
{
    QFile file(path);
    const uchar *data = file.open(QIODevice::ReadOnly) ? file.map(0, file.size()) : nullptr;
    if (!data)
        return fail(ErrorCode::BrokenDocument, file.errorString());
    return isWholeJpeg({data, file.size()}) ? Result<>()
                                            : fail(ErrorCode::BrokenDocument, u"the picture is damaged or cut off"_s);
}

} // namespace

Result<std::unique_ptr<PagedDocument>> PictureDocument::open(const QString &path)
{
    auto document = std::make_unique<PictureDocument>();
    if (const auto tiff = document->m_tiff.open(path); tiff) {
        document->m_format = u"TIFF"_s;
        document->m_pages = document->m_tiff.pages();
    } else if (tiff.error().code == ErrorCode::NotADocument) {
        return tl::make_unexpected(tiff.error());
    } else if (const auto opened = document->openPicture(path); !opened) {
        return tl::make_unexpected(opened.error());
    }
    for (PictureSize &page : document->m_pages)
        page.dpi = saneDpi(page.dpi);
    return document;
}

Result<> PictureDocument::openPicture(const QString &path)
{
    QImageReader::setAllocationLimit(largestPicture);
    QImageReader reader(path);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    const QByteArray format = reader.format();
    if (format != "png" && format != "jpeg")
        return fail(ErrorCode::BrokenDocument, u"not a picture that can be read"_s);
    m_format = QString::fromLatin1(format).toUpper();
    const QSize size = reader.size(); // beyond the limit Qt says no more than that it can't be read
    if (qint64{size.width()} * size.height() * 4 > qint64{largestPicture} << 20)
        return fail(ErrorCode::LimitReached, u"a picture of %1 by %2 pixels"_s.arg(size.width()).arg(size.height()));
    const QImageIOHandler::Transformations turned = reader.transformation();
    QImage image = reader.read();
    if (image.isNull()) {
        return fail(reader.error() == QImageReader::InvalidDataError ? ErrorCode::BrokenDocument
                                                                     : ErrorCode::LimitReached,
                    reader.errorString());
    }
    if (const auto checked = format == "jpeg" ? checkJpeg(path) : Result<>(); !checked)
        return tl::make_unexpected(checked.error());
    QSizeF dpi = dpiOf(image);
    if (turned.testFlag(QImageIOHandler::TransformationRotate90))
        dpi.transpose();
    m_pages = {{image.size(), dpi}};
    if (image.hasAlphaChannel()) { // transparent is paper
        QImage paper(image.size(), QImage::Format_RGB32);
        paper.fill(Qt::white);
        QPainter(&paper).drawImage(0, 0, image);
        image = paper;
    }
    m_picture = image.convertToFormat(QImage::Format_RGB32);
    if (m_picture.isNull())
        return fail(ErrorCode::LimitReached, u"not enough memory for the picture"_s);
    m_pictureOf = 1;
    return {};
}

std::vector<QSizeF> PictureDocument::pageSizes()
{
    std::vector<QSizeF> sizes;
    for (const PictureSize &page : m_pages)
        sizes.emplace_back(page.pixels.width() / page.dpi.width() * 72, page.pixels.height() / page.dpi.height() * 72);
    return sizes;
}

Result<QImage> PictureDocument::draw(const Drawing &drawing, const StopCheck &stop)
{
    auto found = picture(drawing.page);
    if (!found || (stop && stop()))
        return found ? fail(ErrorCode::Cancelled) : tl::make_unexpected(found.error());
    // The area is of the turned page: turn it back to find its pixels, and turn these in the end.
    const PictureSize &page = m_pages[static_cast<size_t>(drawing.page - 1)];
    const QSizeF scale(drawing.dpi / page.dpi.width(), drawing.dpi / page.dpi.height());
    const QSizeF whole(found->width() * scale.width(), found->height() * scale.height());
    const bool sideways = drawing.rotation % 180 != 0;
    const QSizeF turned = sideways ? whole.transposed() : whole;
    const QRectF area = rotatedBox(drawing.area, turned, (360 - drawing.rotation) % 360);
    const QRectF source(area.x() / scale.width(), area.y() / scale.height(), area.width() / scale.width(),
                        area.height() / scale.height());
    const QSize size = sideways ? drawing.area.size().transposed() : drawing.area.size();
    const QImage image = resample(*found, source & QRectF(found->rect()), size);
    if (image.isNull())
        return fail(ErrorCode::LimitReached, u"not enough memory for the picture"_s);
    return drawing.rotation == 0 ? image : image.transformed(QTransform().rotate(drawing.rotation));
}

double PictureDocument::scanDpi(int page)
{
    const PictureSize &found = m_pages[static_cast<size_t>(std::clamp(page, 1, static_cast<int>(m_pages.size())) - 1)];
    return std::max(found.dpi.width(), found.dpi.height());
}

Result<PageText> PictureDocument::text(int page, const StopCheck &)
{
    const auto sizes = pageSizes();
    if (page < 1 || page > static_cast<int>(sizes.size()))
        return fail(ErrorCode::BrokenDocument, u"no page %1"_s.arg(page));
    return PageText{page, sizes[static_cast<size_t>(page - 1)], TextSource::TextLayer, {}};
}

DocumentProperties PictureDocument::properties(const StopCheck &)
{
    DocumentProperties properties;
    properties.format = m_format;
    return properties;
}

Result<QImage> PictureDocument::picture(int page)
{
    if (page < 1 || page > static_cast<int>(m_pages.size()))
        return fail(ErrorCode::BrokenDocument, u"no page %1"_s.arg(page));
    if (m_pictureOf != page) {
        m_pictureOf = 0;
        auto read = m_tiff.read(page - 1);
        if (!read)
            return read;
        const QSize size = m_pages[static_cast<size_t>(page - 1)].pixels; // it may have been turned in reading
        m_picture = read->size() == size ? std::move(*read) : read->scaled(size);
        m_pictureOf = page;
    }
    if (m_picture.isNull())
        return fail(ErrorCode::LimitReached, u"not enough memory for picture %1"_s.arg(page));
    return m_picture;
}

} // namespace core
