// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/certainty/checkrule.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr int deepest = 32; // brackets within brackets; a rule comes from a file

bool isNameSign(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'.' || c == u'[' || c == u']';
}

} // namespace

RuleReader::RuleReader(QStringView rule, const CheckValues *values)
    : m_rest(rule)
    , m_values(values)
{
}

bool RuleReader::take(char16_t sign)
{
    m_rest = m_rest.trimmed();
    if (!m_rest.startsWith(QChar(sign)))
        return false;
    m_rest = m_rest.sliced(1);
    return true;
}

std::optional<RuleReader::Sides> RuleReader::read()
{
    const auto left = expression();
    if (!left || !take(u'='))
        return {};
    const auto right = expression();
    if (!right || !m_rest.trimmed().isEmpty())
        return {};
    return Sides{*left, *right};
}

std::optional<RuleSide> RuleReader::expression()
{
    auto left = term();
    while (left) {
        const bool plus = take(u'+');
        if (!plus && !take(u'-'))
            return left;
        const auto right = term();
        if (!right)
            return {};
        const auto value = plus ? left->value.plus(right->value) : left->value.minus(right->value);
        if (!value)
            return {};
        left = RuleSide{*value, left->summands + right->summands};
    }
    return {};
}

std::optional<RuleSide> RuleReader::term()
{
    auto left = factor();
    while (left && take(u'*')) {
        const auto right = factor();
        const auto value = right ? left->value.times(right->value) : std::nullopt;
        if (!value)
            return {};
        left = RuleSide{*value, std::max(left->summands, right->summands)};
    }
    return left;
}

std::optional<RuleSide> RuleReader::factor()
{
    if (m_depth >= deepest)
        return {};
    if (take(u'(')) {
        ++m_depth;
        const auto inner = expression();
        --m_depth;
        return inner && take(u')') ? inner : std::nullopt;
    }
    if (take(u'-')) {
        ++m_depth;
        const auto inner = factor();
        --m_depth;
        return inner ? std::optional(RuleSide{inner->value.negated(), inner->summands}) : std::nullopt;
    }
    m_rest = m_rest.trimmed();
    if (!m_rest.isEmpty() && m_rest.front().isDigit())
        return number();
    const QString word = name();
    if (word.isEmpty())
        return {};
    if (word == "sum"_L1 && take(u'('))
        return sum();
    if (word == "round"_L1 && take(u'('))
        return round();
    return single(word);
}

std::optional<RuleSide> RuleReader::number()
{
    const auto end = std::find_if_not(m_rest.begin(), m_rest.end(), [](QChar c) { return c.isDigit() || c == u'.'; });
    const auto length = end - m_rest.begin();
    const auto value = Decimal::parse(m_rest.first(length));
    m_rest = m_rest.sliced(length);
    return value ? std::optional(RuleSide{*value, 0}) : std::nullopt;
}

std::optional<RuleSide> RuleReader::sum()
{
    const QString path = name();
    if (path.isEmpty() || !take(u')'))
        return {};
    const auto *values = valuesOf(path);
    if (!m_values)
        return RuleSide{};
    if (!values || values->empty())
        return {};
    RuleSide total;
    for (const QString &text : *values) {
        const auto value = Decimal::parse(text);
        const auto next = value ? total.value.plus(*value) : std::nullopt;
        if (!next)
            return {};
        total = {*next, total.summands + 1};
    }
    return total;
}

std::optional<RuleSide> RuleReader::round()
{
    ++m_depth;
    const auto inner = expression();
    --m_depth;
    if (!inner || !take(u','))
        return {};
    m_rest = m_rest.trimmed();
    const auto places = number();
    bool isNumber = false;
    const int count = places ? places->value.toString().toInt(&isNumber) : 0;
    if (!isNumber || count > 12 || !take(u')'))
        return {};
    return RuleSide{inner->value.rounded(count), inner->summands};
}

std::optional<RuleSide> RuleReader::single(const QString &path)
{
    const auto *values = valuesOf(path);
    if (!m_values)
        return RuleSide{};
    if (!values || values->size() != 1)
        return {};
    const auto value = Decimal::parse(values->front());
    return value ? std::optional(RuleSide{*value, 1}) : std::nullopt;
}

const std::vector<QString> *RuleReader::valuesOf(const QString &path)
{
    if (!m_paths.contains(path))
        m_paths += path;
    if (!m_values)
        return nullptr;
    const auto found = m_values->find(path);
    return found == m_values->end() ? nullptr : &found->second;
}

QString RuleReader::name()
{
    m_rest = m_rest.trimmed();
    const auto end = std::find_if_not(m_rest.begin(), m_rest.end(), isNameSign);
    const auto length = end - m_rest.begin();
    const QString word = m_rest.first(length).toString();
    m_rest = m_rest.sliced(length);
    return word;
}

} // namespace core
