// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/decimal.h"
#include "core/certainty/certainty.h"

namespace core {

// One side of a rule, worked out.
struct RuleSide {
    Decimal value;
    int summands = 0; // values that may each have been rounded before they were printed
};

// Reads and works out a rule from left to right, without a tree in between: rules are one line long.
class RuleReader
{
public:
    // values null: only the paths are wanted; every value counts as zero.
    RuleReader(QStringView rule, const CheckValues *values);

    struct Sides {
        RuleSide left;
        RuleSide right;
    };
    [[nodiscard]] std::optional<Sides> read();
    [[nodiscard]] const QStringList &paths() const { return m_paths; }

private:
    [[nodiscard]] std::optional<RuleSide> expression();
    [[nodiscard]] std::optional<RuleSide> term();
    [[nodiscard]] std::optional<RuleSide> factor();
    [[nodiscard]] std::optional<RuleSide> number();
    [[nodiscard]] std::optional<RuleSide> sum();
    [[nodiscard]] std::optional<RuleSide> round();
    [[nodiscard]] std::optional<RuleSide> single(const QString &path);
    [[nodiscard]] const std::vector<QString> *valuesOf(const QString &path);
    [[nodiscard]] QString name();
    [[nodiscard]] bool take(char16_t sign);

    QStringView m_rest;
    const CheckValues *m_values;
    QStringList m_paths;
    int m_depth = 0;
};

} // namespace core
