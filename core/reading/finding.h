// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/document.h"
#include "core/schema/schema.h"

#include <map>

namespace core {

// A value the local engine read, with the places that show it and what spoke for it.
struct Finding {
    QString path; // of the schema field; table cells: "line_items[2].quantity"
    QString raw; // as printed
    NormalValue value;
    std::vector<Place> places; // where it stands; empty only for embedded XML that is not printed anywhere
    QString label; // the words that named it, as printed; empty when none did
    double score = 0; // 0 to 1: how well the rule that found it is doing, before calibration
    TextSource source = TextSource::TextLayer;
    std::vector<NormalValue> others; // other readings that came close, best first
};

struct ReadingOptions {
    bool ignoreEmbedded = false; // only what is printed: no embedded XML, no form field values
};

// The whole local engine: pure, no clock, no disk. Never fails: what it can't find is not in the answer.
// At most one Finding a path, best first choice.
[[nodiscard]] std::vector<Finding> readLocally(const DocumentText &document, const Schema &schema,
                                               const ReadingOptions &options = {});

// ISO 639-1 language of the text by its commonest words; empty when unsure.
[[nodiscard]] QString detectLanguage(const DocumentText &document);

// The schema that fits best, by index into `schemas`; -1 when none speaks up.
[[nodiscard]] int detectSchema(const DocumentText &document, const std::vector<Schema> &schemas);

} // namespace core
