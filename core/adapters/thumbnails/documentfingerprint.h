// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace core {

// What a document is known by, whatever its name: hex, of its size, time, beginning and end. Empty: it can't be read.
// Blocks for as long as the disk takes.
[[nodiscard]] QByteArray documentFingerprint(const QString &file);

} // namespace core
