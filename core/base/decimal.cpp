// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/decimal.h"

#include <algorithm>

namespace core {
namespace {

constexpr int mostDigits = 36; // 10^38 is the end of 128 bits

} // namespace

std::optional<Decimal> Decimal::parse(QStringView text)
{
    const bool negative = text.startsWith(u'-');
    if (negative || text.startsWith(u'+'))
        text = text.sliced(1);
    Integer units = 0;
    int scale = 0;
    int digits = 0;
    bool point = false;
    for (const QChar c : text) {
        if (c == u'.' && !point) {
            point = true;
            continue;
        }
        if (c < u'0' || c > u'9' || ++digits > mostDigits)
            return {};
        units = units * 10 + (c.unicode() - u'0');
        scale += point ? 1 : 0;
    }
    if (digits == 0)
        return {};
    return Decimal(negative ? -units : units, scale);
}

QString Decimal::toString() const
{
    Integer rest = m_units < 0 ? -m_units : m_units;
    QString reversed;
    for (int place = 0; rest > 0 || place <= m_scale; ++place) {
        if (place == m_scale && m_scale > 0)
            reversed += u'.';
        reversed += QChar(u'0' + static_cast<char16_t>(rest % 10));
        rest /= 10;
    }
    if (m_units < 0)
        reversed += u'-';
    std::reverse(reversed.begin(), reversed.end());
    return reversed;
}

QString Decimal::toShortString() const
{
    Decimal shorter = *this;
    while (shorter.m_scale > 0 && shorter.m_units % 10 == 0) {
        shorter.m_units /= 10;
        --shorter.m_scale;
    }
    return shorter.toString();
}

std::optional<Decimal> Decimal::atScale(int scale) const
{
    Decimal result = *this;
    while (result.m_scale < scale) {
        if (__builtin_mul_overflow(result.m_units, Integer(10), &result.m_units))
            return {};
        ++result.m_scale;
    }
    return result;
}

std::optional<Decimal> Decimal::plus(const Decimal &other) const
{
    const int scale = std::max(m_scale, other.m_scale);
    const auto a = atScale(scale);
    const auto b = other.atScale(scale);
    Integer sum = 0;
    if (!a || !b || __builtin_add_overflow(a->m_units, b->m_units, &sum))
        return {};
    return Decimal(sum, scale);
}

std::optional<Decimal> Decimal::minus(const Decimal &other) const
{
    return plus(other.negated());
}

std::optional<Decimal> Decimal::times(const Decimal &other) const
{
    Integer product = 0;
    if (__builtin_mul_overflow(m_units, other.m_units, &product))
        return {};
    return Decimal(product, m_scale + other.m_scale);
}

Decimal Decimal::rounded(int places) const
{
    Decimal result = *this;
    int lastDigit = 0;
    while (result.m_scale > std::max(places, 0)) {
        lastDigit = static_cast<int>(result.m_units % 10);
        result.m_units /= 10;
        --result.m_scale;
    }
    if (lastDigit >= 5)
        ++result.m_units;
    else if (lastDigit <= -5)
        --result.m_units;
    return result;
}

std::optional<int> Decimal::compare(const Decimal &other) const
{
    const int scale = std::max(m_scale, other.m_scale);
    const auto a = atScale(scale);
    const auto b = other.atScale(scale);
    if (!a || !b)
        return {};
    return a->m_units < b->m_units ? -1 : a->m_units > b->m_units ? 1 : 0;
}

bool sameNumber(QStringView a, QStringView b)
{
    const auto left = Decimal::parse(a);
    const auto right = Decimal::parse(b);
    return left && right && left->compare(*right) == 0;
}

} // namespace core
