// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/monthnames.h"
#include "core/schema/normalisers.h"

#include <QDate>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace core {

namespace {

int fullYear(const QString &digits)
{
    const int year = digits.toInt();
    if (digits.size() > 2)
        return year;
    return year < 70 ? 2000 + year : 1900 + year;
}

std::optional<NormalValue> dated(int year, int month, int day)
{
    const QDate date(year, month, day);
    if (!date.isValid() || year < 1900 || year > 2199)
        return std::nullopt;
    return NormalValue{date.toString(Qt::ISODate), {}};
}

// Two numbers of which either may be the day: the context decides, unless only one way makes a date.
std::optional<NormalValue> dayAndMonth(int first, int second, int year, bool dayFirst)
{
    const auto likely = dayFirst ? dated(year, second, first) : dated(year, first, second);
    if (likely)
        return likely;
    return dayFirst ? dated(year, first, second) : dated(year, second, first);
}

// "Monday, " before and a time of day after a date do not make it another date.
QString bare(const QString &text)
{
    // Months begin like French and Dutch weekdays: "March 17" is no Tuesday.
    static const QRegularExpression weekday(
        u"^(?!ma(?:r|rch|rs|rz|rzo|y|i|yo|io|art|ggio)\\b)(mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|"
        "jeu|ven|sam|dim|ma|wo|vr|za|zo|mie|jue|vie|sab|"
        "dom|gio)[a-zäöüéáíì]{0,8}[.,]{0,2}\\s+(?=\\d|[a-z]{3,10}\\.?\\s+\\d)"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression time(
        u"[\\sT,]+(at |um )?\\d{1,2}:\\d{2}(:\\d{2})?(\\.\\d+)?(\\s*[ap]\\.?m\\.?)?(\\s*uhr)?(z|[+-]\\d\\d:?\\d\\d)?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    QString result = text.simplified();
    result.remove(time);
    result.remove(weekday);
    while (!result.isEmpty() && u",;.:"_s.contains(result.back()))
        result.chop(1);
    return result;
}

std::optional<NormalValue> numeric(const QString &text, const NormalContext &context)
{
    static const QRegularExpression yearFirst(u"^(\\d{4})\\s?([-/.])\\s?(\\d{1,2})\\s?\\2\\s?(\\d{1,2})$"_s);
    static const QRegularExpression yearLast(u"^(\\d{1,2})\\s?([-/.])\\s?(\\d{1,2})\\s?\\2\\s?(\\d{4}|\\d{2})$"_s);
    static const QRegularExpression solid(u"^(19|20)(\\d{2})(\\d{2})(\\d{2})$"_s);
    static const QRegularExpression spaced(u"^(\\d{1,2}) (\\d{1,2}) (\\d{4})$"_s);
    if (const auto match = yearFirst.match(text); match.hasMatch())
        return dated(match.captured(1).toInt(), match.captured(3).toInt(), match.captured(4).toInt());
    if (const auto match = yearLast.match(text); match.hasMatch()) {
        const bool dayFirst = context.dayFirst || match.captured(2) == u"."_s;
        return dayAndMonth(match.captured(1).toInt(), match.captured(3).toInt(), fullYear(match.captured(4)), dayFirst);
    }
    if (const auto match = solid.match(text); match.hasMatch())
        return dated(text.left(4).toInt(), match.captured(3).toInt(), match.captured(4).toInt());
    if (const auto match = spaced.match(text); match.hasMatch())
        return dayAndMonth(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt(),
                           context.dayFirst);
    return std::nullopt;
}

std::optional<NormalValue> withMonthName(const QString &text)
{
    static const QRegularExpression dayFirst(
        u"^(\\d{1,2})(?:st|nd|rd|th|er|º|°|\\.)?(?:\\s?[-/.,]\\s?|\\s+of\\s+|\\s+de\\s+|\\s+day of\\s+|\\s*)"
        "(\\p{L}{3,10})\\.?(?:\\s?[-/.,']\\s?|\\s+del?\\s+|\\s*)(\\d{4}|\\d{2})$"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression monthFirst(
        u"^(\\p{L}{3,10})\\.?[\\s-]*(\\d{1,2})(?:st|nd|rd|th)?(?:\\s*,\\s*|[\\s-]+)(\\d{4}|\\d{2})$"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression yearFirst(u"^(\\d{4})[\\s-]+(\\p{L}{3,10})\\.?[\\s-]+(\\d{1,2})$"_s);
    if (const auto match = dayFirst.match(text); match.hasMatch())
        return dated(fullYear(match.captured(3)), monthOf(match.captured(2)), match.captured(1).toInt());
    if (const auto match = monthFirst.match(text); match.hasMatch())
        return dated(fullYear(match.captured(3)), monthOf(match.captured(1)), match.captured(2).toInt());
    if (const auto match = yearFirst.match(text); match.hasMatch())
        return dated(match.captured(1).toInt(), monthOf(match.captured(2)), match.captured(3).toInt());
    return std::nullopt;
}

} // namespace

std::optional<NormalValue> normaliseDate(const QString &text, const NormalContext &context)
{
    if (text.size() > 60)
        return std::nullopt;
    const QString date = bare(text);
    if (const auto value = numeric(date, context))
        return value;
    return withMonthName(date);
}

} // namespace core
