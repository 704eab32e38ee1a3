// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reading/finding.h"

// A page as lines of monospaced text: a character is 6 points wide, a line 12 high. One space joins words of a segment,
// more part them.
[[nodiscard]] core::DocumentText printed(const QStringList &lines,
                                         core::TextSource source = core::TextSource::TextLayer);

// A schema that comes with the program.
[[nodiscard]] core::Schema shipped(const QString &name);

// The finding of a path; an empty one when there is none.
[[nodiscard]] core::Finding findingOf(const std::vector<core::Finding> &findings, const QString &path);
[[nodiscard]] QString valueOf(const std::vector<core::Finding> &findings, const QString &path);
