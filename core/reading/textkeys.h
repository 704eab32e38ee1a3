// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace core {

// Letters and digits only, lower case, without accents; every way to write "number" becomes '#'. "Rechnungs-Nr." and
// "Rechnungsnummer" have one key, and so have "Total Amt" and the "TotalAmt" that OCR makes of it.
[[nodiscard]] QString textKey(const QString &text);

// Optimal string alignment distance; gives up with limit + 1.
[[nodiscard]] int editDistance(const QString &a, const QString &b, int limit);

// 1 for equal keys, down to 0; 0 when they are further apart than a sloppy scan explains.
[[nodiscard]] double likeness(const QString &read, const QString &expected);

} // namespace core
