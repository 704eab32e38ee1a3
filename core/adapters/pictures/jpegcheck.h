// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace core {

// Whether a JPEG's data goes on to its last row; the mark of its end may be missing. libjpeg decodes one that is cut
// off to its end, in gray. True of what libjpeg can't decode at all: who reads it finds that.
[[nodiscard]] bool isWholeJpeg(QByteArrayView jpeg);

} // namespace core
