// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/cost.h"

#include "core/base/decimal.h"

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

std::optional<Decimal> priceFrom(const QJsonValue &value)
{
    const auto price = Decimal::parse(value.isDouble() ? QString::number(value.toDouble(), 'f', 6) : value.toString());
    return price && !price->isNegative() ? price : std::nullopt;
}

std::optional<Decimal> costOf(qint64 tokens, const QJsonValue &perMillion)
{
    const auto price = priceFrom(perMillion);
    const auto product = price ? price->times(Decimal(tokens, 0)) : std::nullopt;
    return product ? std::optional(product->dividedByTenTo(6)) : std::nullopt;
}

} // namespace

void addCost(Usage &usage, const QJsonObject &prices)
{
    const auto input = costOf(usage.inputTokens, prices[u"input_per_million"]);
    const auto output = costOf(usage.outputTokens, prices[u"output_per_million"]);
    if (!input || !output)
        return;
    const auto sum = input->plus(*output);
    if (!sum)
        return;
    usage.cost = sum->toShortString();
    usage.currency = prices[u"currency"].toString(u"USD"_s);
    usage.pricesAsOf = prices[u"as_of"].toString();
}

} // namespace core
