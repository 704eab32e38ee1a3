// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extraction/extraction.h"

#include <QStringList>

namespace ui {

// One reason in a line of words; empty for a part that says nothing to a person.
[[nodiscard]] QString reasonText(const core::Reason &reason, const core::Extraction &extraction,
                                 const core::ExtractedField &field);

// A rule with the paths replaced by their titles: "Sum of Items: Line total = Total net".
[[nodiscard]] QString ruleText(const QString &rule, const core::Extraction &extraction);

} // namespace ui
