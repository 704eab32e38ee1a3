// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reading/labelrule.h"

namespace core {

// A column of a table on the page: which of the schema's it is, and where it reaches from and to.
struct TableColumn {
    int column = -1; // index in SchemaTable::columns; -1: another one that bounds its neighbours
    QRectF head;
    double from = 0;
    double to = 0;
};

struct TableHeader {
    int page = 1;
    int firstRow = 0;
    int lastRow = 0; // headers may take several lines
    std::vector<TableColumn> columns; // left to right
    double worth = 0; // how well the headings are the labels

    [[nodiscard]] int known() const; // columns of the schema that were found
};

// Rows in which at least two of the table's columns are named, best first.
[[nodiscard]] std::vector<TableHeader> findHeaders(const Layout &layout, const SchemaTable &table);

} // namespace core
