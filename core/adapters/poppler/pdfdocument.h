// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/pageddocument.h"

#include <memory>

namespace Poppler {
class Document;
class Page;
} // namespace Poppler

namespace core {

// A PDF, read and drawn by Poppler. For the page worker only.
class PdfDocument final : public PagedDocument
{
public:
    // Errors: BrokenDocument, PasswordNeeded.
    [[nodiscard]] static Result<std::unique_ptr<PagedDocument>> open(const QString &path, const QByteArray &password);

    explicit PdfDocument(std::unique_ptr<Poppler::Document> document);
    ~PdfDocument() override;

    [[nodiscard]] QString title() override;
    [[nodiscard]] std::vector<QSizeF> pageSizes() override;
    [[nodiscard]] Result<QImage> draw(const Drawing &drawing, const StopCheck &stop) override;
    [[nodiscard]] double scanDpi(int page) override;
    [[nodiscard]] Result<PageText> text(int page, const StopCheck &stop) override;
    [[nodiscard]] DocumentText extras(const StopCheck &stop) override;
    [[nodiscard]] std::vector<OutlineEntry> outline() override;

private:
    [[nodiscard]] std::unique_ptr<Poppler::Page> page(int number) const;

    std::unique_ptr<Poppler::Document> m_document;
};

} // namespace core
