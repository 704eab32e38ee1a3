// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QJsonObject>

namespace app {

// Results go to standard output, everything said to a person to standard error. Both are flushed at once.
// False: standard output could not be written (a full disk, a closed pipe).
[[nodiscard]] bool printLine(const QString &line);
[[nodiscard]] bool printJson(const QJsonObject &object); // compact, one line
void warn(const QString &message); // "lectern-cli: message"

// A line that is replaced by the next one; nothing unless standard error is a terminal.
void showProgress(const QString &text);
void clearProgress();

// What went wrong, for a person: one sentence, with the detail in brackets. What a provider wrote in its own words is
// there only when it is asked for.
void tellProvidersWords(bool wanted);
[[nodiscard]] QString sentence(const core::Error &error);

// Reports the error and gives its exit code.
[[nodiscard]] int failWith(const core::Error &error);
[[nodiscard]] int failUsage(const QString &command, const QString &message);
[[nodiscard]] int failOutput(); // after printLine() or printJson() said false

} // namespace app
