// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace core {

// ISO 4217 code of a sign or code as printed ("€", "RM", "Eur", "US$"); empty when it is none.
[[nodiscard]] QString currencyOf(const QString &printed);

} // namespace core
