// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTransform>

#include <Object.h>
#include <optional>

class PDFDoc;

namespace core {

// A page that shows one picture and nothing else.
struct ScanPage {
    Object picture; // a stream
    QTransform place; // the unit square, as PDF has it, in default user space
};

// Nothing where there is, or may be, more to see: visible text, lines, a second picture, annotations, graphics states.
// Invisible text (what OCR puts over a scan) does not count.
[[nodiscard]] std::optional<ScanPage> scanOf(PDFDoc &document, int page);

} // namespace core
