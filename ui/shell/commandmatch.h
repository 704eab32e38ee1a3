// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ui {

// How well a command's name answers what was typed: 0 not at all, more is better. The letters must come in order;
// beginnings of words and runs of letters count more.
[[nodiscard]] int commandMatch(const QString &typed, const QString &name);

} // namespace ui
