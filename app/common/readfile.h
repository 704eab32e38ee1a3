// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace app {

// A whole small file. NotFound, AccessDenied, or LimitReached when it is larger than most.
[[nodiscard]] core::Result<QByteArray> readFile(const QString &file, qint64 most);

} // namespace app
