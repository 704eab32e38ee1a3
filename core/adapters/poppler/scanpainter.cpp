// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/poppler/scanpainter.h"

#include <array>
#include <cmath>
#include <Page.h>
#include <PDFDoc.h>

namespace core {
namespace {

constexpr double hair = 1e-3; // pixels
constexpr double mostPixels = 100e6;

// Default user space to the device's pixels, from the top left of the page as shown.
QTransform deviceMatrix(Page &page, double dpi, int rotation)
{
    std::array<double, 6> m{};
    page.getDefaultCTM(m.data(), dpi, dpi, rotation, false, true);
    return {m[0], m[1], m[2], m[3], m[4], m[5]};
}

// Degrees clockwise, or nothing where the picture is mirrored or at an angle.
std::optional<int> turnOf(const QTransform &place)
{
    const bool isStraight = std::abs(place.m12()) < hair && std::abs(place.m21()) < hair;
    const bool isTurned = std::abs(place.m11()) < hair && std::abs(place.m22()) < hair;
    if (isStraight && place.m11() > 0 && place.m22() < 0)
        return 0;
    if (isStraight && place.m11() < 0 && place.m22() > 0)
        return 180;
    if (isTurned && place.m12() > 0 && place.m21() > 0)
        return 90;
    if (isTurned && place.m12() < 0 && place.m21() < 0)
        return 270;
    return {};
}

QRect pixelsOf(const QRectF &box)
{
    const QPoint topLeft(static_cast<int>(std::floor(box.left() + hair)),
                         static_cast<int>(std::floor(box.top() + hair)));
    const QPoint end(static_cast<int>(std::ceil(box.right() - hair)), static_cast<int>(std::ceil(box.bottom() - hair)));
    return {topLeft, end - QPoint(1, 1)};
}

bool isDrawable(const QRectF &box)
{
    return std::abs(box.left()) < 1e6 && std::abs(box.top()) < 1e6 && box.width() >= 2 && box.height() >= 2
        && box.width() * box.height() <= mostPixels;
}

// What of it the area shows; the rest of the area is paper.
QImage shown(QImage picture, QPoint at, const QRect &area)
{
    if (at == area.topLeft() && picture.size() == area.size())
        return picture;
    QImage image(area.size(), QImage::Format_RGB32);
    if (image.isNull())
        return {};
    const QRect part = QRect(at, picture.size()) & area;
    if (part != area)
        image.fill(Qt::white);
    for (int y = part.top(); y <= part.bottom(); ++y) {
        const auto *source = reinterpret_cast<const QRgb *>(picture.constScanLine(y - at.y())) + (part.left() - at.x());
        auto *target = reinterpret_cast<QRgb *>(image.scanLine(y - area.y())) + (part.left() - area.x());
        std::copy_n(source, part.width(), target);
    }
    return image;
}

} // namespace

QImage ScanPainter::draw(const Drawing &drawing, const StopCheck &stop)
{
    const auto known = m_isScan.find(drawing.page);
    if (known != m_isScan.end() && !known->second)
        return {};
    auto scan = scanOf(m_document, drawing.page);
    m_isScan[drawing.page] = scan.has_value();
    return scan ? drawScan(*scan, drawing, stop) : QImage();
}

QImage ScanPainter::drawScan(ScanPage &scan, const Drawing &drawing, const StopCheck &stop)
{
    const QTransform place =
        scan.place * deviceMatrix(*m_document.getPage(drawing.page), drawing.dpi, drawing.rotation);
    const auto turn = turnOf(place);
    const QRectF box = place.mapRect(QRectF(0, 0, 1, 1));
    if (!turn || !isDrawable(box))
        return {};
    const QRect pixels = pixelsOf(box);
    const bool lies = *turn % 180 != 0;
    const bool isAll = *turn == 0 && pixels == drawing.area && drawing.canvas;
    const auto make = [&drawing, isAll](QSize size) {
        return isAll && size == drawing.area.size() ? drawing.canvas() : makePicture(size);
    };
    QImage picture = m_pictures.draw(scan.picture, lies ? pixels.size().transposed() : pixels.size(), stop, make);
    if (picture.isNull())
        return {};
    if (*turn != 0)
        picture = picture.transformed(QTransform().rotate(*turn));
    return shown(std::move(picture), pixels.topLeft(), drawing.area);
}

} // namespace core
