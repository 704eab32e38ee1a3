// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/samples/pdf.h"
#include "tests/support/samples/sheet.h"

#include <QJsonObject>

namespace samples {

// A claim report with fields to fill in.
void drawClaimForm(Sheet &sheet);
[[nodiscard]] std::vector<FormField> claimFormFields();

// A till receipt on a narrow roll.
constexpr QSizeF receiptSize{227, 345}; // 80 mm wide
void drawReceipt(Sheet &sheet);
[[nodiscard]] QJsonObject receiptTruth();

// A delivery note of two pages, as a fax machine sends it.
void drawDeliveryNote(Sheet &sheet, int page);

} // namespace samples
