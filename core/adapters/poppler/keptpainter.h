// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapters/poppler/pagepainter.h"

class PDFDoc;

namespace core {

class KeptDevice;

// libpoppler itself: one output device for all pages, and no copy of the cross-reference table for each of them, which
// only threads that share a document need.
class KeptPainter final : public PagePainter
{
public:
    explicit KeptPainter(std::unique_ptr<PDFDoc> document, bool growGlyphCaches = true);
    ~KeptPainter() override;

    [[nodiscard]] Result<QImage> draw(const Drawing &drawing, const StopCheck &stop) override;

private:
    std::unique_ptr<PDFDoc> m_document;
    std::unique_ptr<KeptDevice> m_device;
    bool m_growGlyphCaches;
};

} // namespace core
