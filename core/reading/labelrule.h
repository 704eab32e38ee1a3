// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reading/finding.h"
#include "core/reading/labelindex.h"
#include "core/reading/valuescan.h"

namespace core {

// What the rules read: the page as laid out, its labels, and what the document says about its numbers.
struct ReadingInput {
    const DocumentText &document;
    const Layout &layout;
    const LabelIndex &labels;
    const Schema &schema;
    const ReadingContext &context;
};

using Findings = std::vector<Finding>;

// A finding of what stands in tokens [first, last).
[[nodiscard]] Finding findingAt(const Layout &layout, const QString &path, const Scan &scan, double score);

// Values beside or below the words that name them.
[[nodiscard]] Findings readLabelled(const ReadingInput &input);

} // namespace core
