// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/pageworker/likeness.h"

#include <algorithm>
#include <cstdlib>

namespace {

constexpr int block = 8;
constexpr QRgb seen = 0x00ffffff;

const QRgb *lineOf(const QImage &image, int y)
{
    return reinterpret_cast<const QRgb *>(image.constScanLine(y));
}

template<typename Predicate>
QRect extentWhere(QSize size, Predicate holds)
{
    QRect extent;
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x) {
            if (holds(x, y))
                extent |= QRect(x, y, 1, 1);
        }
    }
    return extent;
}

double similarityOfBlock(const QImage &a, const QImage &b, int left, int top)
{
    constexpr double c1 = 0.01 * 255 * 0.01 * 255;
    constexpr double c2 = 0.03 * 255 * 0.03 * 255;
    constexpr double n = block * block;
    double sumA = 0;
    double sumB = 0;
    double squaresA = 0;
    double squaresB = 0;
    double products = 0;
    for (int y = top; y < top + block; ++y) {
        for (int x = left; x < left + block; ++x) {
            const double p = qGray(lineOf(a, y)[x]);
            const double q = qGray(lineOf(b, y)[x]);
            sumA += p;
            sumB += q;
            squaresA += p * p;
            squaresB += q * q;
            products += p * q;
        }
    }
    const double meanA = sumA / n;
    const double meanB = sumB / n;
    const double varianceA = squaresA / n - meanA * meanA;
    const double varianceB = squaresB / n - meanB * meanB;
    const double covariance = products / n - meanA * meanB;
    return (2 * meanA * meanB + c1) * (2 * covariance + c2)
        / ((meanA * meanA + meanB * meanB + c1) * (varianceA + varianceB + c2));
}

} // namespace

QRect differenceOf(const QImage &a, const QImage &b)
{
    return extentWhere(a.size(), [&](int x, int y) { return ((lineOf(a, y)[x] ^ lineOf(b, y)[x]) & seen) != 0; });
}

QRect extentOf(const QImage &image, const QColor &colour)
{
    constexpr int near = 60;
    return extentWhere(image.size(), [&](int x, int y) {
        const QRgb pixel = lineOf(image, y)[x];
        return std::abs(qRed(pixel) - colour.red()) + std::abs(qGreen(pixel) - colour.green())
            + std::abs(qBlue(pixel) - colour.blue())
            < near;
    });
}

double similarity(const QImage &a, const QImage &b)
{
    double sum = 0;
    int blocks = 0;
    for (int y = 0; y + block <= std::min(a.height(), b.height()); y += block) {
        for (int x = 0; x + block <= std::min(a.width(), b.width()); x += block) {
            sum += similarityOfBlock(a, b, x, y);
            ++blocks;
        }
    }
    return blocks > 0 ? sum / blocks : 0;
}
