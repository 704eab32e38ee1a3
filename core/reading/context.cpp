// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/context.h"

#include "core/reading/finding.h"

#include <QHash>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace core {

namespace {

constexpr int enoughTokens = 20000;

struct Counts {
    int comma = 0;
    int point = 0;
    int dayFirst = 0;
    int monthFirst = 0;
    QHash<QString, int> currencies;
};

void count(const QString &text, Counts *counts)
{
    static const QRegularExpression cents(u"\\d([.,])\\d{2}(?!\\d|[.,]\\d)"_s);
    static const QRegularExpression slashed(u"^\\D{0,2}(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4}|\\d{2})\\b"_s);
    static const QRegularExpression sign(
        u"^(\\p{Sc}|[A-Z]{0,2}\\$|RM|EUR|USD|GBP|CHF|Rs\\.?)(?=[\\d\\s]|$)|(\\p{Sc}|EUR|USD)$"_s);
    if (const auto match = slashed.match(text); match.hasMatch()) {
        counts->dayFirst += match.captured(1).toInt() > 12;
        counts->monthFirst += match.captured(2).toInt() > 12;
        return;
    }
    if (const auto match = cents.match(text); match.hasMatch())
        ++(match.captured(1) == u"," ? counts->comma : counts->point);
    if (const auto match = sign.match(text); match.hasMatch()) {
        const QString printed = match.captured(1).isEmpty() ? match.captured(2) : match.captured(1);
        if (const auto code = normalise(printed, ValueType::Currency))
            ++counts->currencies[code->value];
    }
}

bool looksAmerican(const Layout &layout)
{
    static const QRegularExpression state(
        u"\\b(A[LKZR]|C[AOT]|DE|DC|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[TA]|"
        "W[AVIY]),? \\d{5}(-\\d{4})?$"_s);
    for (const Segment &segment : layout.segments()) {
        if (state.match(segment.text).hasMatch())
            return true;
    }
    return false;
}

} // namespace

ReadingContext contextOf(const DocumentText &document, const Layout &layout)
{
    ReadingContext context;
    context.normal.language = detectLanguage(document);
    Counts counts;
    for (int i = 0; i < std::min(layout.tokenCount(), enoughTokens); ++i)
        count(layout.token(i).text, &counts);
    if (counts.comma != counts.point)
        context.normal.decimal = counts.comma > counts.point ? u',' : u'.';
    const bool english = context.normal.language.isEmpty() || context.normal.language == u"en";
    if (counts.dayFirst == counts.monthFirst)
        context.normal.dayFirst = !(english && looksAmerican(layout));
    else
        context.normal.dayFirst = counts.dayFirst > counts.monthFirst;
    int most = 0;
    for (auto it = counts.currencies.begin(); it != counts.currencies.end(); ++it) {
        if (it.value() > most) {
            most = it.value();
            context.currency = it.key();
        }
    }
    return context;
}

} // namespace core
