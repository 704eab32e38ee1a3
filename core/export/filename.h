// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace core {

// A name that every file system takes: no separators, no control or reserved signs, no reserved words, not too long.
[[nodiscard]] QString safeFileName(const QString &name);

} // namespace core
