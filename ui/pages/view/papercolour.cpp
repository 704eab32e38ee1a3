// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/view/papercolour.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

namespace ui {

namespace {

constexpr int looks = 24; // along each edge
constexpr int inset = 40; // a part of the side so small: scanners leave dark edges
constexpr int grain = 24; // how much one spot of paper may differ from another
constexpr std::array shifts{16, 8, 0}; // red, green, blue

int channel(QRgb pixel, int shift)
{
    return static_cast<int>(pixel >> shift & 0xff);
}

std::vector<QRgb> edges(const QImage &picture)
{
    std::vector<QRgb> found;
    const int width = picture.width();
    const int height = picture.height();
    const int left = width / inset;
    const int top = height / inset;
    for (int look = 1; look < looks; ++look) {
        const int x = width * look / looks;
        const int y = height * look / looks;
        for (const QPoint place :
             {QPoint(x, top), QPoint(x, height - 1 - top), QPoint(left, y), QPoint(width - 1 - left, y)})
            found.push_back(picture.pixel(place));
    }
    return found;
}

} // namespace

std::optional<QColor> paperColour(const QImage &picture)
{
    if (picture.width() < inset || picture.height() < inset)
        return {};
    const std::vector<QRgb> found = edges(picture);
    std::array<int, 3> middle{};
    for (std::size_t i = 0; i < shifts.size(); ++i) {
        std::vector<int> values;
        for (const QRgb pixel : found)
            values.push_back(channel(pixel, shifts[i]));
        std::ranges::nth_element(values, values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2));
        middle[i] = values[values.size() / 2];
    }
    const auto alike = std::ranges::count_if(found, [&middle](QRgb pixel) {
        for (std::size_t i = 0; i < shifts.size(); ++i) {
            if (std::abs(channel(pixel, shifts[i]) - middle[i]) > grain)
                return false;
        }
        return true;
    });
    if (alike * 3 < static_cast<std::ptrdiff_t>(found.size()) * 2)
        return {};
    return QColor(middle[0], middle[1], middle[2]);
}

} // namespace ui
