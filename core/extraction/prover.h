// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evidence/finder.h"
#include "core/extraction/extraction.h"
#include "core/extraction/givenvalue.h"
#include "core/reading/finding.h"

namespace core {

// A field or cell on its way: reasons still come in.
using Draft = ExtractedField;

// Turns values into drafts with evidence and reasons, for one document.
class Prover
{
public:
    Prover(const DocumentText &document, const NormalContext &context);

    // A value that the local engine read: it knows where.
    [[nodiscard]] Draft fromFinding(const SchemaField &field, const Finding &finding) const;
    // A value that an engine gave: the pages must bear it. second: what the local engine read for the same path, or
    // null.
    // line: where the row of a table's cell stands.
    [[nodiscard]] Draft fromGiven(const GivenValue &given, const Finding *second,
                                  const std::optional<Place> &line = {}) const;
    // Where a row of given cells stands: its longest text, below the row before it.
    [[nodiscard]] std::optional<Place> lineOf(const std::vector<GivenValue> &row,
                                              const std::optional<Place> &earlier) const;
    [[nodiscard]] static Draft missing(const SchemaField &field, const QString &path);

private:
    [[nodiscard]] Wanted wanted(const SchemaField &field, const QString &text, const NormalValue &value) const;
    [[nodiscard]] std::vector<Evidence> evidenceOf(const std::vector<Found> &found) const;
    void addOcrReason(Draft &draft) const;
    void addMatchReason(Draft &draft) const;
    void addCandidates(Draft &draft, const SchemaField &field, const std::vector<NormalValue> &others) const;
    void addSecondReading(Draft &draft, const SchemaField &field, const Finding &second) const;

    const DocumentText &m_document;
    NormalContext m_context;
    EvidenceFinder m_finder;
};

// Everything that names the field: labels of all languages, title, name in words.
[[nodiscard]] QStringList labelsOf(const SchemaField &field);
[[nodiscard]] bool sameValue(const QString &a, const QString &b, ValueType type);

} // namespace core
