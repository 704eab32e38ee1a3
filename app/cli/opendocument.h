// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/pagesource.h"

#include <QJsonObject>

namespace app {

// A file opened and read whole, for commands that need its words only.
[[nodiscard]] core::Async<core::DocumentText> readFileText(core::PageSource &pages, const QString &file,
                                                           const core::Secret &password, const core::ReadLimits &limits,
                                                           QObject *context);

// lectern.text/1
[[nodiscard]] QJsonObject textJson(const core::DocumentText &document);

} // namespace app
