// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extraction/documentcontext.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace core {

NormalContext contextOf(const DocumentText &document, const QString &language)
{
    static const QRegularExpression cents(u"\\d([.,])\\d{2}(?!\\d)"_s);
    static const QRegularExpression date(u"^(\\d{1,2})[/.-](\\d{1,2})[/.-](?:\\d{4}|\\d{2})$"_s);
    int commas = 0;
    int points = 0;
    int dayFirst = 0;
    int monthFirst = 0;
    for (const PageText &page : document.pages) {
        for (const Word &word : page.words) {
            if (word.text.isEmpty() || word.text.size() > 24 || !word.text.back().isPrint())
                continue;
            if (const auto match = date.match(word.text); match.hasMatch()) {
                dayFirst += match.capturedView(1).toInt() > 12 ? 1 : 0;
                monthFirst += match.capturedView(2).toInt() > 12 ? 1 : 0;
                continue;
            }
            if (const auto match = cents.match(word.text); match.hasMatch())
                ++(match.capturedView(1) == u","_s ? commas : points);
        }
    }
    NormalContext context;
    context.language = language;
    if (commas != points)
        context.decimal = commas > points ? u',' : u'.';
    context.dayFirst = dayFirst >= monthFirst;
    return context;
}

} // namespace core
