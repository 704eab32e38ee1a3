// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/pageddocument.h"

#include <memory>

namespace Poppler {
class Document;
class Page;
} // namespace Poppler

namespace core {

class Layers;
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
    [[nodiscard]] DocumentFacts facts(const StopCheck &stop) override;
    [[nodiscard]] DocumentProperties properties(const StopCheck &stop) override;
    [[nodiscard]] std::vector<SignatureFact> signatures(const StopCheck &stop) override;
    [[nodiscard]] std::vector<PageLink> links(int page) override;
    [[nodiscard]] Result<QByteArray> attachment(int index) override;
    [[nodiscard]] std::vector<LayerEntry> switchLayer(const LayerStates &states, int index, bool on) override;

private:
    [[nodiscard]] PagePainter *painter(int page); // null: Poppler's Qt interface is what there is
    [[nodiscard]] Layers &layers();
    void showLayers(const LayerStates &states);
    [[nodiscard]] std::unique_ptr<Poppler::Page> page(int number) const;

    std::unique_ptr<Poppler::Document> m_document;
    std::unique_ptr<Layers> m_layers; // made when somebody asks for them
    MakePainter m_makePainter;
    std::unique_ptr<PagePainter> m_painter; // goes before the document does: both share Poppler's global state
};

} // namespace core
