// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapters/pictures/tiffreader.h"

namespace core {

// Whether all of a picture can be decoded: neither Leptonica nor libtiff's drawing tells, they show something in the
// place of what can't be read. A fax may lack a few rows, as lines are noisy. index: from 0.
// Errors: BrokenDocument, NotADocument (a compression that is not known), LimitReached: it needs too much memory.
[[nodiscard]] Result<> checkTiff(const TiffData &data, int index);

// Whether the file says that another picture follows this one, be it there or not.
[[nodiscard]] bool namesAnotherAfter(const TiffData &data, int index);

} // namespace core
