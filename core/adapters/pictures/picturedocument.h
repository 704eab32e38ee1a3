// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapters/pictures/tifffile.h"
#include "core/documents/pageddocument.h"

#include <memory>

namespace core {

// A PNG, JPEG or TIFF as a document: a page a picture, at the picture's own resolution (72 dpi where it names none).
class PictureDocument final : public PagedDocument
{
public:
    [[nodiscard]] static Result<std::unique_ptr<PagedDocument>> open(const QString &path);

    [[nodiscard]] QString title() override { return {}; }
    [[nodiscard]] std::vector<QSizeF> pageSizes() override;
    [[nodiscard]] Result<QImage> draw(const Drawing &drawing, const StopCheck &stop) override;
    [[nodiscard]] double scanDpi(int page) override;
    [[nodiscard]] Result<PageText> text(int page, const StopCheck &stop) override;
    [[nodiscard]] DocumentText extras(const StopCheck &) override { return {}; }
    [[nodiscard]] std::vector<OutlineEntry> outline() override { return {}; }
    [[nodiscard]] DocumentProperties properties(const StopCheck &stop) override; // the format, and that is all

private:
    [[nodiscard]] Result<> openPicture(const QString &path);
    [[nodiscard]] Result<QImage> picture(int page);

    QString m_format; // "PNG"
    std::vector<PictureSize> m_pages;
    TiffFile m_tiff;
    QImage m_picture; // the page looked at last
    int m_pictureOf = 0;
};

} // namespace core
