// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/words/pagewords.h"

namespace ui {

// Words of a page as text for the clipboard; `words` are their numbers in reading order.

// Line by line. A word divided at the end of a line is whole again, and keeps its hyphen when the page writes it with
// one elsewhere or a capital or a figure follows.
[[nodiscard]] QString plainText(const PageWords &page, const std::vector<int> &words);

// Where they stand: what is side by side on the page is in one line, with as many blanks between as keep columns.
[[nodiscard]] QString layoutText(const PageWords &page, const std::vector<int> &words);

// Rows and columns as tab-separated values. A column ends where next to no row has a word.
[[nodiscard]] QString tableText(const PageWords &page, const std::vector<int> &words);

} // namespace ui
