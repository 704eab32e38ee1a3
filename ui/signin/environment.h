// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace ui {

// Whether the web engine of this process could be watched or steered from outside (debugging port). Then no password
// may be typed into it.
[[nodiscard]] bool isPageObservable(const QStringList &arguments);

// Whether Chromium would refuse to start, and end the program: as root it has no sandbox and will not run without one.
[[nodiscard]] bool isSandboxImpossible();

} // namespace ui
