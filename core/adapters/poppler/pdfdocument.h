// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/pageddocument.h"

#include <memory>

namespace Poppler {
class Document;
class Page;
} // namespace Poppler

namespace core {

class PagePainter;

// A PDF, read and drawn by Poppler. For the page worker only.
class PdfDocument final : public PagedDocument
{
public:
    // Errors: BrokenDocument, PasswordNeeded.
    [[nodiscard]] static Result<std::unique_ptr<PagedDocument>> open(const QString &path, const QByteArray &password);

    using MakePainter = std::function<std::unique_ptr<PagePainter>()>; // may give none

    // The painter is made with the first page that is drawn or read.
    explicit PdfDocument(std::unique_ptr<Poppler::Document> document, MakePainter makePainter = {});
    ~PdfDocument() override;

    [[nodiscard]] QString title() override;
    [[nodiscard]] std::vector<QSizeF> pageSizes() override;
    [[nodiscard]] Result<QImage> draw(const Drawing &drawing, const StopCheck &stop) override;
    [[nodiscard]] double scanDpi(int page) override;
    [[nodiscard]] Result<PageText> text(int page, const StopCheck &stop) override;
    [[nodiscard]] DocumentText extras(const StopCheck &stop) override;
    [[nodiscard]] std::vector<OutlineEntry> outline() override;

private:
    [[nodiscard]] PagePainter *painter(int page); // null: Poppler's Qt interface is what there is
    [[nodiscard]] std::unique_ptr<Poppler::Page> page(int number) const;

    std::unique_ptr<Poppler::Document> m_document;
    MakePainter m_makePainter;
    std::unique_ptr<PagePainter> m_painter; // goes before the document does: both share Poppler's global state
};

} // namespace core
