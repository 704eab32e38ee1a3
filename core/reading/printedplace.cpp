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
std::vector<Place> textPlaces(const Layout &layout, const QString &text)
{
    const QString wanted = textKey(text);
    if (wanted.isEmpty())
        return {};
    std::vector<QString> keys;
    for (const Token &token : layout.tokens())
        keys.push_back(textKey(token.text));
    for (int first = 0; first < layout.tokenCount(); ++first) {
        if (keys[static_cast<size_t>(first)].isEmpty() || !wanted.startsWith(keys[static_cast<size_t>(first)]))
            continue;
        QString joined;
        for (int last = first; last < layout.tokenCount() && joined.size() < wanted.size(); ++last) {
            joined += keys[static_cast<size_t>(last)];
            if (joined == wanted)
                return layout.places(first, last + 1);
            if (!wanted.startsWith(joined))
                break;
        }
    }
    return {};
}

} // namespace

std::vector<Place> printedPlaces(const ReadingInput &input, const NormalValue &value, ValueType type)
{
    if (type == ValueType::String)
        return textPlaces(input.layout, value.value);
    for (const Scan &scan : scanValues(input.layout, 0, input.layout.tokenCount(), type, input.context)) {
        if (means(scan.value, value, type))
            return input.layout.places(scan.first, scan.last);
    }
    return {};
}

} // namespace core
