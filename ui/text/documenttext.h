// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/documentfacts.h"

#include <QSizeF>
#include <QStringList>

namespace ui {

// "210 × 297 mm (A4)"; points in.
[[nodiscard]] QString pageSizeText(const QSizeF &points);
// "210 × 297 mm (A4)", or "several sizes, the first ..." where pages differ.
[[nodiscard]] QString pageSizesText(const std::vector<QSizeF> &points);
// What the document forbids, a thing an item; empty: nothing.
[[nodiscard]] QStringList forbiddenTexts(const core::Permissions &permissions);
[[nodiscard]] QString fontText(const core::FontEntry &font); // "Helvetica (Type 1, not embedded)"

// One signature: who, when, and what could be told of it.
[[nodiscard]] QString signatureText(const core::SignatureFact &signature);
// All of them in a sentence or two, for a bar above the pages.
[[nodiscard]] QString signaturesText(const std::vector<core::SignatureFact> &signatures);
// What nobody has checked, and why.
[[nodiscard]] QString signatureCaveat();

} // namespace ui
