// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

namespace core {

// Parses without borrowing anything from the shipped schemas.
[[nodiscard]] Result<Schema> parseDeclared(const QByteArray &json);

// Gives the fields of a plain JSON Schema the labels, type and role of the shipped field they are most like, by name or
// title, and the checks of a shipped schema whose fields it has.
void borrowFromShipped(Schema &schema);

} // namespace core
