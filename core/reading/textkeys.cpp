// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/textkeys.h"

#include <QSet>

#include <algorithm>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace core {

namespace {

QString plainLetters(const QString &word)
{
    QString result;
    for (const QChar c : word.normalized(QString::NormalizationForm_KD)) {
        if (c == u'ß')
            result += u"ss"_s;
        else if (c.isLetterOrNumber())
            result += c.toLower();
    }
    return result;
}

QString wordKey(const QString &word)
{
    static const QSet<QString> numberWords{u"no"_s,     u"nr"_s,     u"nro"_s,    u"num"_s,
                                           u"numero"_s, u"number"_s, u"nummer"_s, u"numbers"_s};
    static const QSet<QString> numberSigns{u"#"_s, u"n°"_s, u"nº"_s, u"№"_s, u"n."_s, u"nos"_s};
    QString bare = word.toLower();
    while (!bare.isEmpty() && u":,;.)("_s.contains(bare.back()) && !numberSigns.contains(bare))
        bare.chop(1);
    if (numberSigns.contains(bare))
        return u"#"_s;
    QString plain = plainLetters(word);
    if (numberWords.contains(plain))
        return u"#"_s;
    for (const QString &ending : {u"nummer"_s, u"nr"_s}) {
        if (plain.endsWith(ending) && plain.size() > ending.size() + 1) {
            plain.chop(ending.size());
            return plain + u'#';
        }
    }
    return word.endsWith(u'#') ? plain + u'#' : plain;
}

} // namespace

QString textKey(const QString &text)
{
    QString key;
    QString word;
    const auto flush = [&] {
        key += wordKey(word);
        word.clear();
    };
    for (const QChar c : text) {
        if (c.isSpace() || c == u'-' || c == u'/' || c == u'–')
            flush();
        else
            word += c;
    }
    flush();
    key.replace(u"s#"_s, u"#"_s);
    while (key.contains(u"##"_s))
        key.replace(u"##"_s, u"#"_s);
    return key;
}

int editDistance(const QString &a, const QString &b, int limit)
{
    if (std::abs(a.size() - b.size()) > limit)
        return limit + 1;
    const auto width = static_cast<size_t>(b.size()) + 1;
    std::vector<int> before(width), last(width), now(width);
    for (size_t j = 0; j < width; ++j)
        last[j] = static_cast<int>(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        now[0] = static_cast<int>(i);
        int least = now[0];
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const auto at = static_cast<size_t>(j);
            const bool same = a.at(i - 1) == b.at(j - 1);
            now[at] = std::min({last[at] + 1, now[at - 1] + 1, last[at - 1] + (same ? 0 : 1)});
            if (i > 1 && j > 1 && a.at(i - 1) == b.at(j - 2) && a.at(i - 2) == b.at(j - 1))
                now[at] = std::min(now[at], before[at - 2] + 1);
            least = std::min(least, now[at]);
        }
        if (least > limit)
            return limit + 1;
        std::swap(before, last);
        std::swap(last, now);
    }
    return last[width - 1];
}

double likeness(const QString &read, const QString &expected)
{
    if (read == expected)
        return 1;
    const int limit = expected.size() < 5 ? 0 : expected.size() < 9 ? 1 : static_cast<int>(expected.size() / 6) + 1;
    if (limit == 0)
        return 0;
    const int distance = editDistance(read, expected, limit);
    return distance > limit ? 0 : 1 - 1.5 * distance / static_cast<double>(expected.size());
}

} // namespace core
