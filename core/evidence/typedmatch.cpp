// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/decimal.h"
#include "core/evidence/matchers.h"

#include <QHash>

#include <algorithm>

namespace core {
namespace {

constexpr qsizetype mostMatches = 200;

QString digitsOf(QStringView text)
{
    QString digits;
    for (const QChar c : text) {
        if (c.isDigit())
            digits += QChar(u'0' + static_cast<char16_t>(c.digitValue()));
    }
    return digits;
}

// What is left of a number whatever its separators: "1.240,50" and "1240.5" are both "1245" less their outer zeros.
QString significant(QString digits)
{
    while (digits.endsWith(u'0'))
        digits.chop(1);
    qsizetype zeros = 0;
    while (zeros < digits.size() && digits[zeros] == u'0')
        ++zeros;
    return digits.sliced(zeros);
}

int widestWindow(ValueType type)
{
    switch (type) {
    case ValueType::Date:
    case ValueType::Phone:
        return 6;
    case ValueType::Money:
    case ValueType::Number:
        return 4;
    default:
        return 1;
    }
}

QString withoutOuterSigns(QString text)
{
    static const QString outer = QStringLiteral("()[]{}<>;:,.*|\"'_=#");
    while (!text.isEmpty() && outer.contains(text.back()))
        text.chop(1);
    qsizetype start = 0;
    while (start < text.size() && outer.contains(text[start]))
        ++start;
    return text.sliced(start);
}

// Letters that OCR takes for digits.
QString digitsForLetters(QString text)
{
    static const QHash<QChar, QChar> likely{{u'O', u'0'}, {u'o', u'0'}, {u'l', u'1'}, {u'I', u'1'}, {u'|', u'1'},
                                            {u'S', u'5'}, {u'B', u'8'}, {u'Z', u'2'}, {u'G', u'6'}};
    for (QChar &c : text)
        c = likely.value(c, c);
    return text;
}

class TypedSearch
{
public:
    TypedSearch(const TextIndex &index, const Wanted &wanted, const NormalContext &context)
        : m_index(index)
        , m_wanted(wanted)
        , m_context(context)
        , m_other(context)
        , m_digits(significant(digitsOf(wanted.value.value)))
    {
        m_other.dayFirst = !context.dayFirst;
        if (wanted.type == ValueType::Date && wanted.value.value.size() == 10) {
            m_year = wanted.value.value.mid(2, 2);
            m_day = wanted.value.value.mid(8, 2);
            if (m_day.startsWith(u'0'))
                m_day.remove(0, 1);
        }
    }

    std::vector<Match> run()
    {
        for (const qsizetype word : m_index.digitWords()) {
            tryFrom(word);
            if (std::ssize(m_matches) >= mostMatches)
                break;
        }
        dropWider();
        return std::move(m_matches);
    }

private:
    // A date may begin with its month, a sum with its currency or sign: windows start up to two words before the digit.
    void tryFrom(qsizetype digitWord)
    {
        if (!mayBePart(m_index.words()[static_cast<size_t>(digitWord)].word->text))
            return;
        const int widest = widestWindow(m_wanted.type);
        for (qsizetype first = digitWord; first >= std::max<qsizetype>(0, digitWord - 2); --first) {
            if (!near(first, digitWord))
                break;
            for (qsizetype last = digitWord; last < first + widest; ++last) {
                if (last >= std::ssize(m_index.words()) || !near(digitWord, last))
                    break;
                const auto kind = kindOf(first, last);
                if (kind) {
                    m_matches.push_back({spanOf(first, last), *kind});
                    return;
                }
            }
        }
    }

    // Values other than dates stay on one line.
    [[nodiscard]] bool near(qsizetype a, qsizetype b) const
    {
        return m_wanted.type == ValueType::Date
            ? m_index.words()[static_cast<size_t>(a)].page == m_index.words()[static_cast<size_t>(b)].page
            : m_index.sameLine(a, b);
    }

    // Most words of a long document are turned away here, before any window is joined.
    [[nodiscard]] bool mayBePart(const QString &word) const
    {
        const QString digits = digitsOf(word);
        if (m_wanted.type == ValueType::Date)
            return digits.contains(m_year) || significant(digits) == significant(m_day) || digits.contains(m_day);
        if (m_wanted.type == ValueType::Number || m_wanted.type == ValueType::Money)
            return m_digits.contains(significant(digits));
        return true;
    }

    [[nodiscard]] bool mayHold(const QString &text) const
    {
        const QString digits = digitsOf(text);
        if (m_wanted.type == ValueType::Date)
            return digits.contains(m_year) && digits.contains(m_day);
        if (m_wanted.type == ValueType::Number || m_wanted.type == ValueType::Money)
            return significant(digits) == m_digits;
        return true;
    }

    [[nodiscard]] std::optional<MatchKind> kindOf(qsizetype first, qsizetype last) const
    {
        const QString printed = m_index.text(first, last);
        if (const auto kind = kindOf(printed))
            return kind;
        const qsizetype colon = printed.lastIndexOf(u':');
        if (first == last && colon > 0 && colon < printed.size() - 1)
            return kindOf(printed.sliced(colon + 1)); // a label glued to its value
        return {};
    }

    [[nodiscard]] std::optional<MatchKind> kindOf(const QString &printed) const
    {
        const QString text = withoutOuterSigns(printed);
        if (mayHold(text)) {
            if (says(text, m_context) || (text != printed && says(printed, m_context)))
                return MatchKind::Normalised;
            if (m_wanted.type == ValueType::Date && says(text, m_other))
                return MatchKind::Fuzzy;
        }
        return {};
    }

    [[nodiscard]] bool says(const QString &text, const NormalContext &context) const
    {
        const auto normal = normalise(text, m_wanted.type, context);
        if (!normal)
            return false;
        if (!normal->currency.isEmpty() && !m_wanted.value.currency.isEmpty()
            && normal->currency != m_wanted.value.currency)
            return false;
        if (m_wanted.type == ValueType::Number || m_wanted.type == ValueType::Money)
            return sameNumber(normal->value, m_wanted.value.value);
        return normal->value == m_wanted.value.value;
    }

    [[nodiscard]] WordSpan spanOf(qsizetype first, qsizetype last) const
    {
        WordSpan span{first, last, 0, 1};
        const QString &text = m_index.words()[static_cast<size_t>(first)].word->text;
        const qsizetype colon = text.lastIndexOf(u':');
        if (first == last && colon > 0 && colon < text.size() - 1 && !text.at(colon - 1).isDigit())
            span.from = double(colon + 1) / double(text.size());
        return span;
    }

    void dropWider()
    {
        const auto inside = [](const Match &inner, const Match &outer) {
            return inner.span.first >= outer.span.first && inner.span.last <= outer.span.last
                && inner.span.last - inner.span.first < outer.span.last - outer.span.first;
        };
        std::vector<Match> kept;
        for (const Match &match : m_matches) {
            const auto within = [&](const Match &other) { return inside(other, match); };
            const auto same = [&](const Match &other) {
                return other.span.first == match.span.first && other.span.last == match.span.last;
            };
            if (std::none_of(m_matches.begin(), m_matches.end(), within)
                && std::none_of(kept.begin(), kept.end(), same))
                kept.push_back(match);
        }
        m_matches = std::move(kept);
    }

    const TextIndex &m_index;
    const Wanted &m_wanted;
    const NormalContext &m_context;
    NormalContext m_other; // the month and the day the other way round
    QString m_digits;
    QString m_year;
    QString m_day;
    std::vector<Match> m_matches;
};

// One word at a time, each spelling asked once: currencies are signs or codes without digits.
std::vector<Match> currencyMatches(const TextIndex &index, const Wanted &wanted, const NormalContext &context)
{
    std::vector<Match> matches;
    QHash<QString, bool> known;
    for (qsizetype i = 0; i < std::ssize(index.words()) && std::ssize(matches) < mostMatches; ++i) {
        const QString &text = index.words()[static_cast<size_t>(i)].word->text;
        if (text.size() > 16)
            continue;
        auto found = known.constFind(text);
        if (found == known.constEnd()) {
            auto normal = normalise(withoutOuterSigns(text), ValueType::Currency, context);
            bool says = normal && normal->value == wanted.value.value;
            if (!says) {
                normal = normalise(text, ValueType::Money, context);
                says = normal && normal->currency == wanted.value.value;
            }
            found = known.insert(text, says);
        }
        if (*found)
            matches.push_back({{i, i, 0, 1}, MatchKind::Normalised});
    }
    return matches;
}

// Words that OCR read, with letters taken for the digits they look like.
std::vector<Match> misreadNumbers(const TextIndex &index, const Wanted &wanted, const NormalContext &context)
{
    std::vector<Match> matches;
    for (qsizetype i = 0; i < std::ssize(index.words()); ++i) {
        const IndexedWord &word = index.words()[static_cast<size_t>(i)];
        if (word.source != TextSource::Ocr)
            continue;
        const QString repaired = digitsForLetters(word.word->text);
        if (repaired == word.word->text)
            continue;
        const auto normal = normalise(withoutOuterSigns(repaired), wanted.type, context);
        if (normal && (normal->value == wanted.value.value || sameNumber(normal->value, wanted.value.value)))
            matches.push_back({{i, i, 0, 1}, MatchKind::Fuzzy});
    }
    return matches;
}

} // namespace

std::vector<Match> typedMatches(const TextIndex &index, const Wanted &wanted, const NormalContext &context)
{
    if (wanted.value.value.isEmpty())
        return {};
    switch (wanted.type) {
    case ValueType::Currency:
        return currencyMatches(index, wanted, context);
    case ValueType::Date:
    case ValueType::Number:
    case ValueType::Money:
    case ValueType::Phone: {
        auto matches = TypedSearch(index, wanted, context).run();
        return matches.empty() ? misreadNumbers(index, wanted, context) : matches;
    }
    default:
        return {};
    }
}

} // namespace core
