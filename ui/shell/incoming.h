// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"

#include <QImage>
#include <QStringList>

namespace ui {

// Documents that are no files yet become some, in the data folder; written off the window's thread.
[[nodiscard]] core::Async<QString> keepPicture(const QImage &picture, const QDateTime &now);
[[nodiscard]] core::Async<QStringList> unpackSamples();

} // namespace ui
