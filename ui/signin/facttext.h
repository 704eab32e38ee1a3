// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/profiletemplate.h"
#include "core/identity/providerfacts.h"

#include <QString>

#include <vector>

namespace ui {

// One line of what was found at a provider.
struct FactLine {
    enum class Kind { Good, Plain, Warning };
    Kind kind = Kind::Plain;
    QString text;
};

// The warnings first, then what is there.
// What a draft's file describes besides; empty: nothing.
[[nodiscard]] std::vector<FactLine> otherLines(const QStringList &others);
[[nodiscard]] std::vector<FactLine> factLines(const core::ProviderProfile &profile, const core::ProviderFacts &facts);

// What a field of the form is called, where its template has no word of its own.
[[nodiscard]] QString fieldTitle(const core::ProfileTemplate::Placeholder &placeholder);

} // namespace ui
