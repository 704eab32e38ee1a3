// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme.h"

#include <QRectF>
#include <QString>

namespace ui {

// Something outlined on a page: evidence, a candidate.
struct Mark {
    QString id; // the field's path; several marks may share it
    int page = 1;
    QRectF box; // points, as everywhere
    QString label; // the field's name, drawn when there is room
    int number = 0; // of a candidate, 1-based; 0: none
    Tone tone = Tone::Sure;
    friend bool operator==(const Mark &, const Mark &) = default;
};

} // namespace ui
