// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/pageddocument.h"

#include <memory>

namespace core {

// Draws and reads the pages of one PDF file, quicker than Poppler's Qt interface can, with the same pictures and words.
class PagePainter
{
public:
    PagePainter() = default;
    PagePainter(const PagePainter &) = delete;
    PagePainter &operator=(const PagePainter &) = delete;
    virtual ~PagePainter() = default;

    // Rows of blue, green, red and 255. Errors: Cancelled, BrokenDocument.
    [[nodiscard]] virtual Result<QImage> draw(const Drawing &drawing, const StopCheck &stop) = 0;
    // The text layer. Errors: Cancelled, BrokenDocument.
    [[nodiscard]] virtual Result<PageText> text(int page, const StopCheck &stop) = 0;
};

// password: as it is spelt in the file. Null where the build has none (libpoppler's own headers, or its version, were
// not there), or where it can't open the file. A Poppler::Document must live before, and as long as, the painter.
[[nodiscard]] std::unique_ptr<PagePainter> makePagePainter(const QString &path, const QByteArray &password);

} // namespace core
