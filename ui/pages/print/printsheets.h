// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QPageLayout>

#include <stop_token>

class QPrinter;

namespace ui {

class PrintSpool;

// These block, and belong on a thread of their own. What is drawn goes to the printer as often as copies are wanted.

// Error: AccessDenied, the printer does not take it.
[[nodiscard]] core::Result<> printOnPaper(QPrinter &printer, PrintSpool &spool);
// A PDF, all of it or none: what was there before stays until the last page is written.
// Errors: AccessDenied, Storage, Cancelled.
[[nodiscard]] core::Result<> printIntoFile(QPrinter &printer, PrintSpool &spool, const QString &target,
                                           const std::stop_token &stop);
// The same without a printer, which would be asked about first: on paper of that layout, each page once.
[[nodiscard]] core::Result<> printIntoPdf(const QPageLayout &layout, PrintSpool &spool, const QString &target,
                                          const std::stop_token &stop);
[[nodiscard]] bool isSameFile(const QString &a, const QString &b); // also by other names

} // namespace ui
