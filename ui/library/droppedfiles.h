// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QMimeData;

namespace ui {

// The local files and folders that a drop or the clipboard brings.
[[nodiscard]] QStringList droppedFiles(const QMimeData &data);
// Folders replaced by the documents in them, files as they are. Asks the disk, so not for the event loop's thread.
[[nodiscard]] QStringList documentsIn(const QStringList &paths);
[[nodiscard]] bool bringsFiles(const QMimeData &data);
[[nodiscard]] int addressesIn(const QMimeData &data); // of the web: nothing is fetched from there

// "*.pdf *.png ..." for a file dialog.
[[nodiscard]] QStringList documentPatterns();

} // namespace ui
