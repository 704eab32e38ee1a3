// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace ui {

// What a page is told about the languages that a person reads (RFC 9110, 12.5.4), from QLocale::uiLanguages(). "C" and
// "POSIX", where nobody has said anything, are no languages: English then.
[[nodiscard]] QString acceptLanguage(QStringList languages);

} // namespace ui
