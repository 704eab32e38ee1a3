// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

namespace core {

// The ValueType that x-lectern names ("money", "vat_id"); nothing when there is no such type.
[[nodiscard]] std::optional<ValueType> typeNamed(const QString &name);

// What a plain JSON Schema property most likely holds, from its JSON type, its format and the words that describe it.
[[nodiscard]] ValueType guessType(const QString &jsonType, const QString &format, const SchemaField &field);

// "invoice_number", "InvoiceNumber" and "invoiceNumber" as "invoice number".
[[nodiscard]] QString inWords(const QString &name);

} // namespace core
