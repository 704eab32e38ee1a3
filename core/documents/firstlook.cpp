// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/firstlook.h"

#include <algorithm>

namespace core {

double FirstLook::dpiOf(const QSizeF &page) const
{
    constexpr double pointsPerInch = 72;
    if (room.isEmpty())
        return dpi;
    if (!(page.width() > 0 && page.height() > 0))
        return 0;
    const double across = room.width() / page.width();
    return pointsPerInch * (whole ? std::min(across, room.height() / page.height()) : across);
}

} // namespace core
