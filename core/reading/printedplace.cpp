// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/printedplace.h"

#include "core/reading/textkeys.h"

#include <cmath>

namespace core {

namespace {

bool isAmount(ValueType type)
{
    return type == ValueType::Money || type == ValueType::Number;
}

bool means(const NormalValue &printed, const NormalValue &wanted, ValueType type)
{
    if (isAmount(type))
        return std::abs(printed.value.toDouble() - wanted.value.toDouble()) < 1e-6;
    return printed.value == wanted.value;
}

// Words whose keys, put together, are the wanted text's.
std::optional<TokenRange> textTokens(const Layout &layout, const QString &text, TokenRange within)
{
    const QString wanted = textKey(text);
    if (wanted.isEmpty())
        return std::nullopt;
    std::vector<QString> keys;
    for (int i = within.first; i < within.last; ++i)
        keys.push_back(textKey(layout.token(i).text));
    const auto key = [&](int token) { return keys[static_cast<size_t>(token - within.first)]; };
    for (int first = within.first; first < within.last; ++first) {
        if (key(first).isEmpty() || !wanted.startsWith(key(first)))
            continue;
        QString joined;
        for (int last = first; last < within.last && joined.size() < wanted.size(); ++last) {
            joined += key(last);
            if (joined == wanted)
                return TokenRange{first, last + 1};
            if (!wanted.startsWith(joined))
                break;
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<TokenRange> printedTokens(const ReadingInput &input, const NormalValue &value, ValueType type,
                                        TokenRange within)
{
    if (type == ValueType::String)
        return textTokens(input.layout, value.value, within);
    for (const Scan &scan : scanValues(input.layout, within.first, within.last, type, input.context)) {
        if (means(scan.value, value, type))
            return TokenRange{scan.first, scan.last};
    }
    return std::nullopt;
}

std::vector<Place> printedPlaces(const ReadingInput &input, const NormalValue &value, ValueType type)
{
    const auto tokens = printedTokens(input, value, type, {0, input.layout.tokenCount()});
    return tokens ? input.layout.places(tokens->first, tokens->last) : std::vector<Place>();
}

} // namespace core
