// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace ui {

enum class PageSet { All, Odd, Even };

// Those of the pages that have such a number, in their order.
[[nodiscard]] std::vector<int> ofSet(std::vector<int> pages, PageSet set);

// A name to print a document into, like "report (printed).pdf", that no file in the folder has. Asks the disk.
[[nodiscard]] QString printedName(const QString &document, const QString &folder);

// Where Qt's dialog prints to when nothing else is said: the current folder below the user's own, else that one.
[[nodiscard]] QString dialogFolder();

} // namespace ui
