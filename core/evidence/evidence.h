// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/document.h"
#include "core/schema/schema.h"

#include <vector>

namespace core {

enum class MatchKind { Exact, Normalised, Fuzzy };

// A place that shows a value, and how well what is printed there agrees with it.
struct Evidence {
    Place place;
    MatchKind match = MatchKind::Exact;
    friend bool operator==(const Evidence &, const Evidence &) = default;
};

// Another value that the pages would bear as well.
struct Candidate {
    QString value;
    std::vector<Evidence> evidence;
    friend bool operator==(const Candidate &, const Candidate &) = default;
};

// What is looked for: a value as an engine gave it.
struct Wanted {
    QString text; // as given
    NormalValue value; // normalised; .value empty when it can't be
    ValueType type = ValueType::String;
    QStringList labels; // words that such a value is named by; they order the places
};

// Every place in the document that shows the wanted value, best first; empty when it stands nowhere. Pure.
// The order of two places is: match kind, then a label of the value beside or above, then page and reading order.
[[nodiscard]] std::vector<Evidence> findEvidence(const DocumentText &document, const Wanted &wanted,
                                                 const NormalContext &context = {});

} // namespace core
