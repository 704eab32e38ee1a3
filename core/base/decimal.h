// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace core {

// A decimal number, exact: sums of money have no rounding slips. 30 digits or so; what does not fit is no answer.
class Decimal
{
public:
    __extension__ using Integer = __int128;

    Decimal() = default;
    Decimal(Integer units, int scale)
        : m_units(units)
        , m_scale(scale)
    {
    }

    // "-1240.50"; '.' only, no grouping, no exponent.
    [[nodiscard]] static std::optional<Decimal> parse(QStringView text);

    [[nodiscard]] QString toString() const; // with the places it has: "1240.50"
    [[nodiscard]] QString toShortString() const; // without trailing zeros: "1240.5"
    [[nodiscard]] bool isNegative() const { return m_units < 0; }

    [[nodiscard]] std::optional<Decimal> plus(const Decimal &other) const;
    [[nodiscard]] std::optional<Decimal> minus(const Decimal &other) const;
    [[nodiscard]] std::optional<Decimal> times(const Decimal &other) const;
    [[nodiscard]] Decimal negated() const { return {-m_units, m_scale}; }
    [[nodiscard]] Decimal abs() const { return {m_units < 0 ? -m_units : m_units, m_scale}; }
    [[nodiscard]] Decimal rounded(int places) const; // half away from zero
    [[nodiscard]] Decimal dividedByTenTo(int power) const { return {m_units, m_scale + power}; }

    // Nothing when the two can't be brought to one scale.
    [[nodiscard]] std::optional<int> compare(const Decimal &other) const;

private:
    [[nodiscard]] std::optional<Decimal> atScale(int scale) const;

    Integer m_units = 0; // value = units / 10^scale
    int m_scale = 0;
};

// True when both are numbers of the same value, however many zeros follow.
[[nodiscard]] bool sameNumber(QStringView a, QStringView b);

} // namespace core
