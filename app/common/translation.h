// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

#include <memory>
#include <vector>

class QCoreApplication;

namespace app {

inline constexpr auto translationFolder = QLatin1StringView(":/translations");

// Translators of our text and of Qt's, in use while they live. `language`: ISO 639-1 or BCP 47, empty for the system's.
[[nodiscard]] std::vector<std::unique_ptr<QTranslator>> translate(QCoreApplication &application,
                                                                  const QString &language);

} // namespace app
