// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ui {

// Something that can be picked from a list: an engine, a kind of document.
struct Choice {
    QString id;
    QString name;
    friend bool operator==(const Choice &, const Choice &) = default;
};

} // namespace ui
