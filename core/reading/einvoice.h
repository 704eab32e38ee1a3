// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reading/xmltree.h"

#include <map>
#include <optional>

namespace core {

// What an electronic invoice says, by the roles of the shipped invoice schema. Values as in the XML: dates are ISO
// 8601, amounts have a point.
struct EInvoice {
    std::map<QString, QString> values;
    std::vector<std::map<QString, QString>> items; // by the roles of line_items' columns
};

// UN/CEFACT Cross Industry Invoice: ZUGFeRD 1.0 and 2.x, Factur-X, XRechnung CII.
[[nodiscard]] std::optional<EInvoice> readCrossIndustryInvoice(const XmlElement &root);
// OASIS UBL Invoice and CreditNote: XRechnung UBL, Peppol BIS.
[[nodiscard]] std::optional<EInvoice> readUblInvoice(const XmlElement &root);
// Either of the two.
[[nodiscard]] std::optional<EInvoice> readEInvoice(const QByteArray &xml);

} // namespace core
