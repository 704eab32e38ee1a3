// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapters/poppler/pagepainter.h"

class PDFDoc;

namespace core {

class KeptDevice;
class KeptText;
class ScanPainter;

// libpoppler itself: one output device for all pages, and no copy of the cross-reference table for each of them, which
// only threads that share a document need.
class KeptPainter final : public PagePainter
{
public:
    struct Ways {
        bool growGlyphCaches = true;
        bool drawScansDirectly = true;
    };

    // file: where the document was read from.
    KeptPainter(std::unique_ptr<PDFDoc> document, const QString &file, Ways ways);
    ~KeptPainter() override;

    // Null when libpoppler can't open it.
    [[nodiscard]] static std::unique_ptr<KeptPainter> open(const QString &path, const QByteArray &password, Ways ways);

    [[nodiscard]] Result<QImage> draw(const Drawing &drawing, const StopCheck &stop) override;
    [[nodiscard]] Result<PageText> text(int page, const StopCheck &stop) override;

private:
    QByteArray m_bytes; // of the whole file, which the document reads; empty: it reads the file itself
    std::unique_ptr<PDFDoc> m_document;
    std::unique_ptr<KeptDevice> m_device;
    std::unique_ptr<KeptText> m_text;
    std::unique_ptr<ScanPainter> m_scans; // null: all is drawn by Splash
    Ways m_ways;
    bool m_hasDrawn = false;
};

} // namespace core
