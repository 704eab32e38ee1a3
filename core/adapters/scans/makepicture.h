// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

#include <functional>

namespace core {

// Gives a picture of this size, Format_RGB32, with anything in it; null where there is no memory.
using MakePicture = std::function<QImage(QSize)>;

[[nodiscard]] inline QImage makePicture(QSize size)
{
    return {size, QImage::Format_RGB32};
}

} // namespace core
