// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSizeF>

namespace core {

// How the first page will most likely be asked for, said before anybody does: it can be drawn meanwhile.
struct FirstLook {
    QSizeF room = {}; // device pixels that the page is fitted into; empty: it has the scale below
    bool whole = false; // fitted into the room's height as well
    double dpi = 0; // device pixels an inch

    // For a page of that size (points, as shown); 0: nothing can be said.
    [[nodiscard]] double dpiOf(const QSizeF &page) const;
};

} // namespace core
