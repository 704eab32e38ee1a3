// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace core {

// The page worker program: LECTERN_PAGE_WORKER, or beside this program, or where packages put it. Empty when there is
// none.
[[nodiscard]] QString locatePageWorker();

} // namespace core
