// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/pageddocument.h"

#include <memory>

class PDFDoc;
class TextOutputDev;

namespace core {

// Reads the words of pages with one output device for all of them, and without a copy of the cross-reference table for
// each. Pages that follow each other are read faster: what they share is kept.
class KeptText
{
public:
    explicit KeptText(PDFDoc &document);
    ~KeptText();
    KeptText(const KeptText &) = delete;
    KeptText &operator=(const KeptText &) = delete;

    // Errors: Cancelled, BrokenDocument.
    [[nodiscard]] Result<PageText> read(int page, const StopCheck &stop);

private:
    PDFDoc &m_document;
    std::unique_ptr<TextOutputDev> m_device;
};

// For libpoppler's callbacks: whether the StopCheck that it was given says so.
[[nodiscard]] bool isStopped(void *stop);

} // namespace core
