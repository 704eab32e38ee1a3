// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapters/ocr/ocrengine.h"
#include "core/documents/pageddocument.h"

namespace app {

// Next to no text that makes sense.
[[nodiscard]] bool saysLittle(const core::PageText &text);

// Whether OCR is worth its time: next to no text that makes sense, and something on the page.
[[nodiscard]] bool needsScan(core::PagedDocument &document, const core::PageText &text, const core::StopCheck &stop);

// Takes out what nobody can read.
void dropNonsense(core::PageText &text);

[[nodiscard]] core::Result<core::PageText> readScan(core::PagedDocument &document, core::OcrEngine &engine, int page,
                                                    QSizeF size, const core::StopCheck &stop);

} // namespace app
