// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/choice.h"

#include <QTranslator>

#include <memory>
#include <vector>

class QCoreApplication;

namespace app {

// The languages that the program speaks, each by its own name.
[[nodiscard]] std::vector<ui::Choice> languages();

// Translators of our text and of Qt's, in use while they live. `language`: ISO 639-1, empty for the system's.
[[nodiscard]] std::vector<std::unique_ptr<QTranslator>> translate(QCoreApplication &application,
                                                                  const QString &language);

} // namespace app
