// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapters/ocr/ocrengine.h"

#include <QImage>

namespace core {

// Reads the picture of a page, whichever way up it lies. Boxes are in points of the page as shown, which is what the
// picture shows; lines and blocks are in the order in which a person would read them.
[[nodiscard]] Result<std::vector<Word>> readPicture(OcrEngine &engine, const QImage &picture, QSizeF page,
                                                    const StopCheck &stop);

// Whether there is anything but paper on the picture: a small one will do.
[[nodiscard]] bool hasInk(const QImage &picture);

} // namespace core
