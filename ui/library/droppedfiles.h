// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QMimeData;

namespace ui {

// The local files that a drop or the clipboard brings, folders replaced by the documents in them.
[[nodiscard]] QStringList droppedFiles(const QMimeData &data);
[[nodiscard]] QStringList documentsIn(const QStringList &paths); // folders replaced, files as they are
[[nodiscard]] bool bringsFiles(const QMimeData &data);
[[nodiscard]] int addressesIn(const QMimeData &data); // of the web: nothing is fetched from there

// "*.pdf *.png ..." for a file dialog.
[[nodiscard]] QStringList documentPatterns();

} // namespace ui
