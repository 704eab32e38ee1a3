// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extraction/prover.h"

namespace core {

struct DraftTable {
    const SchemaTable *table = nullptr;
    std::vector<std::map<QString, Draft>> rows; // by column name
};

// The rules of the schema worked out on the drafts; a rule speaks for or against every value in it.
[[nodiscard]] std::vector<CheckOutcome> applyChecks(const Schema &schema, std::vector<Draft> &fields,
                                                    std::vector<DraftTable> &tables);

// Certainty from the reasons, status from certainty, evidence and candidates.
void settle(Draft &draft, double threshold);

[[nodiscard]] ExtractedTable settled(DraftTable &table, double threshold);

} // namespace core
