// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reading/labelrule.h"

namespace core {

// Each rule reads what it can and says how sure it is; ranking.h chooses among them.
[[nodiscard]] Findings readDates(const ReadingInput &input); // invoice "No. 4711 of 5 March", unlabelled dates
[[nodiscard]] Findings readDateRanges(const ReadingInput &input); // "Flight 02/29/20 - 03/03/20" for a start and an end
[[nodiscard]] Findings readIdentifiers(const ReadingInput &input); // IBANs, VAT ids, currencies by their shape alone
[[nodiscard]] Findings readParties(const ReadingInput &input); // seller and buyer
[[nodiscard]] Findings readReceiptHead(const ReadingInput &input); // shop and its address
[[nodiscard]] Findings readFormValues(const ReadingInput &input); // what was typed into a form
[[nodiscard]] Findings readFormEntries(const ReadingInput &input); // all of it, as labels and values
[[nodiscard]] Findings readLineItems(const ReadingInput &input); // rows under a table's header
[[nodiscard]] Findings readKeyValues(const ReadingInput &input); // whatever has a label
[[nodiscard]] Findings readEmbeddedInvoice(const ReadingInput &input); // Factur-X, ZUGFeRD, XRechnung

// Under "Gross amount" a column of amounts may end with its sum: that is the amount meant, not the column's first.
void readColumnSums(const ReadingInput &input, Findings *findings);

// Amounts that agree with each other gain: net + tax = gross; cash - change = total.
void weighTotals(const ReadingInput &input, Findings *findings);

// The table that has a column of this meaning; null when there is none.
[[nodiscard]] const SchemaTable *tableWithRole(const Schema &schema, const QString &role);
[[nodiscard]] QString columnOfRole(const SchemaTable &table, const QString &role); // empty: none
// The field that has this meaning; null when the schema asks for none.
[[nodiscard]] const SchemaField *fieldOfRole(const Schema &schema, const QString &role);
// Labels of the field of that meaning.
[[nodiscard]] std::vector<const LabelHit *> labelsOfRole(const ReadingInput &input, const QString &role);

} // namespace core
