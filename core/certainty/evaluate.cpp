// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/certainty/checkrule.h"

#include <algorithm>

namespace core {
namespace {

// Half a cent for every value that was rounded before it was printed, at most five cents.
Decimal tolerance(const RuleReader::Sides &sides)
{
    const int summands = std::max({sides.left.summands, sides.right.summands, 1});
    return {std::min(5 * summands, 50), 3};
}

} // namespace

std::optional<CheckOutcome> evaluate(const SchemaCheck &check, const CheckValues &values)
{
    const auto sides = RuleReader(check.rule, &values).read();
    if (!sides)
        return {};
    const auto difference = sides->left.value.minus(sides->right.value);
    const auto order = difference ? difference->abs().compare(tolerance(*sides)) : std::nullopt;
    if (!order)
        return {};
    return CheckOutcome{check.rule, *order <= 0, sides->left.value.toString(), sides->right.value.toString()};
}

QStringList pathsOf(const SchemaCheck &check)
{
    RuleReader reader(check.rule, nullptr);
    return reader.read() ? reader.paths() : QStringList();
}

} // namespace core
