// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapters/poppler/scanpage.h"
#include "core/adapters/poppler/scanpicture.h"

namespace core {

// Draws pages that are one scanned picture each in a fraction of the time that Splash needs.
class ScanPainter
{
public:
    ScanPainter(PDFDoc &document, const QString &file)
        : m_document(document)
        , m_pictures(document, file)
    {
    }

    // Null where it is another kind of page, unusual in any way, shown larger than it was scanned, or given up.
    [[nodiscard]] QImage draw(const Drawing &drawing, const StopCheck &stop);

private:
    [[nodiscard]] QImage drawScan(ScanPage &scan, const Drawing &drawing, const StopCheck &stop);

    PDFDoc &m_document;
    ScanPictures m_pictures;
    std::map<int, bool> m_isScan; // by page
};

} // namespace core
