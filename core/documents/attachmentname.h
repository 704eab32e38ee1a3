// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace core {

// The name under which an attachment may be saved: the last part of what the document calls it, without anything that
// does not show, that hides the file or that other systems can't take. Never empty.
[[nodiscard]] QString attachmentFileName(const QString &name);

} // namespace core
