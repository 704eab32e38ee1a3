// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evidence/evidence.h"

#include <map>
#include <optional>

namespace core {

// One reason for a certainty: {"part": "match", "kind": "exact", "effect": 0.4}.
struct Reason {
    QString part; // "match", "label", "source", "check", "second_reading", "check_digit", "candidates", "engine"
    QString kind;
    QString text;
    double effect = 0; // what it adds or takes
    friend bool operator==(const Reason &, const Reason &) = default;
};

struct CheckOutcome {
    QString rule;
    bool holds = false;
    QString left;
    QString right;
    friend bool operator==(const CheckOutcome &, const CheckOutcome &) = default;
};

// Values by path; table columns as lists under "table.column".
using CheckValues = std::map<QString, std::vector<QString>>;

// Works out one rule on decimal strings, exactly. Grammar: expression '=' expression; + - * ( ) round(x, n) sum(path)
// numbers paths. Nothing when a value that it needs is missing or the rule does not parse. Equal: within half a cent
// a summand, at most 5 cents.
[[nodiscard]] std::optional<CheckOutcome> evaluate(const SchemaCheck &check, const CheckValues &values);
// The paths a rule speaks of.
[[nodiscard]] QStringList pathsOf(const SchemaCheck &check);

// ISO 13616 mod 97; VAT ids by country where the digits are public (DE, AT, BE, FR, IT, NL, ...); nothing when there is
// no rule.
[[nodiscard]] std::optional<bool> checkDigitHolds(const QString &value, ValueType type);

// 0 to 1 from the sum of effects (a log-odds sum through the logistic function; parameters beside the code with how
// they were measured).
[[nodiscard]] double combine(const std::vector<Reason> &reasons);

} // namespace core
