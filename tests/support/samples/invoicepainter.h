// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/samples/invoice.h"
#include "tests/support/samples/sheet.h"

namespace samples {

// Lays an invoice out on A4 pages as a business letter.
class InvoicePainter
{
public:
    explicit InvoicePainter(const Invoice &invoice);

    [[nodiscard]] int pages() const;
    void draw(Sheet &sheet, int page) const;

private:
    struct Words;
    void letterhead(Sheet &sheet) const;
    void addresses(Sheet &sheet) const;
    void facts(Sheet &sheet) const;
    qreal table(Sheet &sheet, int page) const; // where it ends
    void row(Sheet &sheet, const Item &item, int position, qreal y) const;
    void totals(Sheet &sheet, qreal y) const;
    void footer(Sheet &sheet, int page) const;
    [[nodiscard]] std::pair<size_t, size_t> rows(int page) const;
    [[nodiscard]] const Words &words() const;

    Invoice m_invoice;
};

} // namespace samples
