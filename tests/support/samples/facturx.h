// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/samples/invoice.h"

namespace samples {

// The invoice as Cross Industry Invoice in the profile EN 16931 (ZUGFeRD 2, Factur-X 1.0).
[[nodiscard]] QByteArray facturX(const Invoice &invoice);
// What a PDF/A-3 that carries it says of itself.
[[nodiscard]] QByteArray facturXMetadata(const QString &title);

} // namespace samples
