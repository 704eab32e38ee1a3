// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/ocr/scanpreparation.h"

#include <algorithm>
#include <cmath>
#include <leptonica/allheaders.h>
#include <numbers>

namespace core {
namespace {

// Tesseract reads best where small letters are 20 to 30 pixels high; these widths come near it for pages and receipts.
constexpr double leastWidth = 1600;
constexpr double mostWidth = 3000;
constexpr double stripAspect = 1.6; // a page is 1.29 (Letter) to 1.41 (A4) times as high as wide
constexpr float leastSkew = 0.3F; // degrees; Tesseract follows less by itself
constexpr float mostSkew = 12;
constexpr float leastSkewConfidence = 3;

double scaleFor(QSize size)
{
    const double width = std::min(size.width(), size.height());
    if (width < leastWidth)
        return std::min(leastWidth / width, 4.0);
    return width > mostWidth ? mostWidth / width : 1;
}

// Degrees by which to turn clockwise; 0 when it is straight or cannot be told.
float skewOf(const PixPointer &grey)
{
    const PixPointer binary(pixConvertTo1Adaptive(grey.get()));
    l_float32 angle = 0;
    l_float32 confidence = 0;
    if (!binary || pixFindSkew(binary.get(), &angle, &confidence) != 0 || confidence < leastSkewConfidence)
        return 0;
    return std::abs(angle) < leastSkew || std::abs(angle) > mostSkew ? 0 : angle;
}

PixPointer straightened(const PixPointer &pix, float degrees)
{
    const float radians = degrees * std::numbers::pi_v<float> / 180;
    return PixPointer(pixRotate(pix.get(), radians, L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0));
}

// Leptonica turns about the middle and keeps the size.
QTransform turnAbout(QPointF middle, double degrees)
{
    QTransform turn;
    turn.translate(middle.x(), middle.y());
    turn.rotate(degrees);
    turn.translate(-middle.x(), -middle.y());
    return turn;
}

} // namespace

PreparedScan prepareScan(const QImage &picture)
{
    PreparedScan scan;
    const PixPointer full = pixOf(picture);
    PixPointer grey(full ? pixConvertRGBToLuminance(full.get()) : nullptr);
    if (!grey)
        return scan;
    const double scale = scaleFor(picture.size());
    if (scale != 1) {
        const auto factor = static_cast<l_float32>(scale);
        if (PixPointer scaled(pixScale(grey.get(), factor, factor)); scaled)
            grey = std::move(scaled);
    }
    pixSetResolution(grey.get(), 300, 300); // Tesseract guesses badly where none is named
    scan.back = QTransform::fromScale(static_cast<double>(picture.width()) / pixGetWidth(grey.get()),
                                      static_cast<double>(picture.height()) / pixGetHeight(grey.get()));
    if (const float skew = skewOf(grey); skew != 0) {
        if (PixPointer straight = straightened(grey, skew); straight) {
            const QPointF middle(pixGetWidth(grey.get()) / 2.0, pixGetHeight(grey.get()) / 2.0);
            grey = std::move(straight);
            scan.back = turnAbout(middle, -skew) * scan.back;
        }
    }
    scan.layout =
        pixGetHeight(grey.get()) > stripAspect * pixGetWidth(grey.get()) ? ScanLayout::Strip : ScanLayout::Page;
    scan.pix = std::move(grey);
    return scan;
}

PreparedScan strengthened(const PreparedScan &scan)
{
    constexpr l_float32 darker = 0.4F;
    PreparedScan result;
    result.layout = scan.layout;
    result.back = scan.back;
    result.pix.reset(pixBlockconv(scan.pix.get(), 1, 1));
    if (result.pix)
        pixGammaTRC(result.pix.get(), result.pix.get(), darker, 0, 255);
    return result;
}

PreparedScan turned(const PreparedScan &scan, int degrees)
{
    PreparedScan result;
    result.layout = scan.layout;
    result.pix.reset(pixRotateOrth(scan.pix.get(), degrees / 90));
    const double width = pixGetWidth(scan.pix.get());
    const double height = pixGetHeight(scan.pix.get());
    QTransform back; // from the turned picture to the one before
    switch (degrees) {
    case 90:
        back = QTransform(0, -1, 1, 0, 0, height);
        break;
    case 180:
        back = QTransform(-1, 0, 0, -1, width, height);
        break;
    case 270:
        back = QTransform(0, 1, -1, 0, width, 0);
        break;
    default:
        break;
    }
    result.back = back * scan.back;
    return result;
}

} // namespace core
