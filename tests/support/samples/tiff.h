// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QList>
#include <QString>

namespace samples {

// Black and white pages, compressed as a fax (ITU-T T.6), in one file.
[[nodiscard]] bool writeFax(const QString &file, const QList<QImage> &pages, int dpi);

} // namespace samples
