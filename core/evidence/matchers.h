// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evidence/evidence.h"
#include "core/evidence/textindex.h"

namespace core {

// A stretch of words that shows a value.
struct Match {
    WordSpan span;
    MatchKind kind = MatchKind::Exact;
};

// As printed, letter for letter; white space folded.
[[nodiscard]] std::vector<Match> exactMatches(const TextIndex &index, const QString &text);

// The same letters and digits, whatever is between them: case, hyphenation, line breaks, punctuation.
[[nodiscard]] std::vector<Match> compactMatches(const TextIndex &index, const QString &text);

// Windows of words with the same normal form: numbers, money, dates, phones, currencies.
[[nodiscard]] std::vector<Match> typedMatches(const TextIndex &index, const Wanted &wanted,
                                              const NormalContext &context);

// What a reading slip may have turned the value into: few edits, none of them to a digit.
[[nodiscard]] std::vector<Match> fuzzyMatches(const TextIndex &index, const QString &text);

// A number printed with one decimal point or comma is not the one without it: "1.5" and "15" share their digits only.
[[nodiscard]] bool decimalsAgree(const QString &printed, const QString &wanted);

} // namespace core
