// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace core {

// "GmbH", "S.A.R.L.", "Sdn Bhd" and the like, as words of their own.
[[nodiscard]] bool hasLegalForm(const QString &text);
// "Sdn Bhd" in one of the ways a scanner reads it; empty when it is not there.
[[nodiscard]] QString sdnBhdIn(const QString &text);
// A line with a postal code and a town, or a street and its number, in one of the usual ways.
[[nodiscard]] bool looksLikeTown(const QString &text);
[[nodiscard]] bool looksLikeStreet(const QString &text);
[[nodiscard]] bool isCountry(const QString &text);
// Telephone, web, bank, register: what stands near a company's name but is none.
[[nodiscard]] bool isContactLine(const QString &text);
// "ACME-IE", "K-10417": a customer's number rather than the customer.
[[nodiscard]] bool looksLikeCode(const QString &text);
// Letters enough to be somebody's name, and no title of a paper ("INVOICE").
[[nodiscard]] bool couldBeName(const QString &text);

} // namespace core
