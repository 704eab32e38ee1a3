// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/pagegeometry.h"

#include <algorithm>
#include <cmath>

namespace core {
namespace {

// Far more than any picture may have, and few enough for int arithmetic.
constexpr double mostPixels = 1e9;

// 612 points at 96 dpi are 816 pixels, not 817 because of the last bit of a double.
int pixelsAbove(double value)
{
    return static_cast<int>(std::clamp(std::ceil(value - 1e-6), -mostPixels, mostPixels));
}

int pixelsBelow(double value)
{
    return static_cast<int>(std::clamp(std::floor(value + 1e-6), -mostPixels, mostPixels));
}

} // namespace

QSizeF rotatedSize(QSizeF size, int rotation)
{
    return rotation % 180 == 0 ? size : size.transposed();
}

QRectF rotatedBox(const QRectF &box, QSizeF page, int rotation)
{
    switch (rotation) {
    case 90:
        return {page.height() - box.bottom(), box.left(), box.height(), box.width()};
    case 180:
        return {page.width() - box.right(), page.height() - box.bottom(), box.width(), box.height()};
    case 270:
        return {box.top(), page.width() - box.right(), box.height(), box.width()};
    default:
        return box;
    }
}

QRect pictureArea(QSizeF page, const RenderRequest &request)
{
    const double scale = request.dpi / 72;
    const QSizeF whole = rotatedSize(page, request.rotation) * scale;
    const QRect all(0, 0, std::max(1, pixelsAbove(whole.width())), std::max(1, pixelsAbove(whole.height())));
    if (request.region.isEmpty())
        return all;
    const QRectF region = rotatedBox(request.region, page, request.rotation);
    const QPoint topLeft(pixelsBelow(region.left() * scale), pixelsBelow(region.top() * scale));
    const QPoint bottomRight(pixelsAbove(region.right() * scale) - 1, pixelsAbove(region.bottom() * scale) - 1);
    return QRect(topLeft, bottomRight) & all;
}

} // namespace core
