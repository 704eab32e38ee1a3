// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace core {

// OwnerAlone: from the first byte on, whatever the umask says.
enum class Readers { AsUsual, OwnerAlone };

// Puts bytes where the path says, all of them or none: what was there before stays until the last byte is on the disk.
// Errors: AccessDenied (folder or file may not be written), Storage (disk full, not a plain file; detail says which).
[[nodiscard]] Result<> writeFile(const QString &path, const QByteArray &bytes, Readers readers = Readers::AsUsual);

} // namespace core
