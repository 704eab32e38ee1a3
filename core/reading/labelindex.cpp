// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/labelindex.h"

#include "core/reading/distractors.h"
#include "core/reading/textkeys.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core {

namespace {

constexpr int longestLabel = 7; // words

// "Contract, order or invoice number" names a contract number, an order number and an invoice number.
QStringList listedIn(const QString &description)
{
    static const QRegularExpression list(u"^((?:[\\w ]+, )+[\\w]+|[\\w ]+) or ([\\w]+)( number| date| name| id)?$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const auto match = list.match(description.section(u';', 0, 0).trimmed());
    if (!match.hasMatch() || description.size() > 80)
        return {};
    QStringList result;
    for (const QString &each : (match.captured(1) + u", "_s + match.captured(2)).split(u", "_s))
        result << each.trimmed() + match.captured(3);
    return result;
}

QString wordsOf(QString name)
{
    static const QRegularExpression camel(u"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])"_s);
    return name.replace(camel, u" "_s).replace(u'_', u' ');
}

using Dictionary = QHash<QString, std::vector<int>>;

Dictionary dictionaryOf(const std::vector<SchemaField> &fields)
{
    Dictionary dictionary;
    for (const QString &label : distractorLabels())
        dictionary.insert(textKey(label), {});
    for (size_t i = 0; i < fields.size(); ++i) {
        for (const QString &label : labelsFor(fields[i])) {
            const QString key = textKey(label);
            auto &owners = dictionary[key];
            if (!key.isEmpty() && std::find(owners.begin(), owners.end(), static_cast<int>(i)) == owners.end())
                owners.push_back(static_cast<int>(i));
        }
    }
    dictionary.remove(QString());
    return dictionary;
}

struct Match {
    QString key;
    double quality = 0;
};

// Keys with the same length and first letters are tried first; a scan's error is anywhere, so all of a like length are.
class Matcher
{
public:
    explicit Matcher(const Dictionary &dictionary)
        : m_dictionary(dictionary)
    {
        for (auto it = dictionary.begin(); it != dictionary.end(); ++it)
            m_byLength[it.key().size()].push_back(it.key());
    }

    [[nodiscard]] Match match(const QString &key, bool fuzzy) const
    {
        if (m_dictionary.contains(key))
            return {key, 1};
        Match best;
        if (!fuzzy || key.size() < 5)
            return best;
        for (qsizetype length = key.size() - 3; length <= key.size() + 3; ++length) {
            for (const QString &expected : m_byLength.value(length)) {
                if (expected.front() != key.front() && expected.back() != key.back())
                    continue;
                const double quality = likeness(key, expected);
                if (quality > best.quality)
                    best = {expected, quality};
            }
        }
        return best;
    }

private:
    const Dictionary &m_dictionary;
    QHash<qsizetype, QStringList> m_byLength;
};

bool endsLabel(const QString &text)
{
    return text.endsWith(u':') || text.endsWith(u'=');
}

// Labels do not run over an earlier colon: "Nummer: Rechnung" are two.
int longestFrom(const Layout &layout, int from)
{
    const Segment &segment = layout.segmentOf(from);
    int last = from;
    while (last < segment.last && last - from < longestLabel) {
        ++last;
        if (endsLabel(layout.token(last - 1).text))
            break;
    }
    return last;
}

} // namespace

QStringList labelsFor(const SchemaField &field)
{
    QStringList result{field.title, wordsOf(field.name)};
    for (const QStringList &labels : field.labels)
        result += labels;
    if (field.labels.isEmpty()) {
        result += listedIn(field.description);
        for (const QString &label : QStringList(result)) {
            if (label.endsWith(u" number"_s, Qt::CaseInsensitive))
                result << label.chopped(7);
        }
    }
    result.removeDuplicates();
    return result;
}

LabelIndex::LabelIndex(const Layout &layout, const std::vector<SchemaField> &fields)
    : m_claimed(static_cast<size_t>(layout.tokenCount()), false)
{
    const Dictionary dictionary = dictionaryOf(fields);
    const Matcher matcher(dictionary);
    for (int first = 0; first < layout.tokenCount();) {
        LabelHit best;
        const bool fuzzy = layout.sourceOf(layout.segmentOf(first).page) == TextSource::Ocr;
        for (int last = longestFrom(layout, first); last > first; --last) {
            const Match match = matcher.match(textKey(layout.text(first, last)), fuzzy);
            if (match.quality > best.quality + (best.last - last) * 0.05)
                best = {first, last, match.quality, dictionary.value(match.key), match.key, false};
        }
        if (best.quality <= 0) {
            ++first;
            continue;
        }
        const QString next = best.last < layout.segmentOf(first).last ? layout.token(best.last).text : QString();
        best.colon = endsLabel(layout.token(best.last - 1).text) || next.startsWith(u':') || next == u"=";
        std::fill(m_claimed.begin() + best.first, m_claimed.begin() + best.last, true);
        first = best.last;
        m_hits.push_back(std::move(best));
    }
}

int LabelIndex::nextLabel(int from, int to) const
{
    for (int i = from; i < to; ++i) {
        if (isLabel(i))
            return i;
    }
    return to;
}

} // namespace core
