// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

#include <memory>

struct Pix;

namespace core {

struct PixRelease {
    void operator()(Pix *pix) const;
};

// A picture of Leptonica's.
using PixPointer = std::unique_ptr<Pix, PixRelease>;

// 32 bits a pixel. Null when there is not enough memory.
[[nodiscard]] PixPointer pixOf(const QImage &image);
[[nodiscard]] QImage imageOf(const PixPointer &pix);

} // namespace core
