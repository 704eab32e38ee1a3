// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace core {

// Labels of values that nobody asks for, but that sound like those that are asked for.
[[nodiscard]] const QStringList &distractorLabels();

} // namespace core
