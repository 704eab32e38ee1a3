// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evidence/evidence.h"

#include <memory>

namespace core {

class TextIndex;

// One spot that shows a value: one evidence a printed line.
struct Found {
    std::vector<Evidence> lines;
    MatchKind match = MatchKind::Exact;
    QString label; // of the wanted value, when it stands beside or above
    bool beside = false;
};

// Answers many questions about one document, which must outlive it. Const use is thread-safe.
class EvidenceFinder
{
public:
    explicit EvidenceFinder(const DocumentText &document);
    EvidenceFinder(const EvidenceFinder &) = delete;
    EvidenceFinder &operator=(const EvidenceFinder &) = delete;
    ~EvidenceFinder();

    // Best first, as findEvidence() orders them; at most 20.
    [[nodiscard]] std::vector<Found> find(const Wanted &wanted, const NormalContext &context = {}) const;

private:
    std::unique_ptr<TextIndex> m_index;
};

} // namespace core
