// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/rules.h"
#include "core/reading/textkeys.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core {

namespace {

constexpr int enoughTokens = 6000;

bool says(const SchemaField &field, const QString &words)
{
    const QRegularExpression any(u"\\b("_s + words + u")\\b"_s, QRegularExpression::CaseInsensitiveOption);
    QString text = field.title + u' ' + field.name + u' ' + field.description;
    return any.match(text.replace(u'_', u' ')).hasMatch();
}

// Words that name the stretch of time which the two fields bound.
QSet<QString> topicOf(const SchemaField &a, const SchemaField &b)
{
    static const QSet<QString> plain{u"start"_s, u"end"_s, u"first"_s, u"last"_s, u"day"_s,
                                     u"of"_s,    u"the"_s, u"from"_s,  u"to"_s,   u"begin"_s};
    QSet<QString> topic{u"period"_s, u"dates"_s, u"flight"_s, u"schedule"_s, u"zeitraum"_s, u"contract"_s};
    for (const SchemaField *field : {&a, &b}) {
        for (const QString &word : (field->title + u' ' + field->description).split(u' '))
            topic.insert(textKey(word));
    }
    return topic -= plain;
}

// How much of the topic is said in the words before, or in the line above.
double relevance(const ReadingInput &input, int token, const QSet<QString> &topic)
{
    const Segment &segment = input.layout.segmentOf(token);
    const int rowFirst = input.layout.segment(input.layout.row(segment.row).first).first;
    double worth = 0;
    const auto count = [&](int first, int last, double each) {
        for (int i = first; i < last; ++i)
            worth += topic.contains(textKey(input.layout.token(i).text)) ? each : 0;
    };
    count(std::max(rowFirst, token - 4), token, 0.2);
    for (int r = segment.row - 1; r >= std::max(0, segment.row - 2) && input.layout.row(r).page == segment.page; --r) {
        for (int s = input.layout.row(r).first; s < input.layout.row(r).last; ++s) {
            const Segment &above = input.layout.segment(s);
            if (above.box.left() < segment.box.right() && above.box.right() > segment.box.left())
                count(above.first, above.last, 0.15);
        }
    }
    return std::min(worth, 0.4);
}

bool isLink(const QString &text)
{
    static const QRegularExpression link(u"^([-–—~]|to|bis|au|tot|al|through|thru|until|until|till|and)$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return link.match(text).hasMatch();
}

struct Range {
    Scan from, to;
};

// Both dates in one word: "05/20/20-06/04/20".
std::optional<Range> inOneWord(const ReadingInput &input, int token)
{
    static const QRegularExpression both(
        u"^(\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4})\\s?[-–—]\\s?(\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4})$"_s);
    const auto match = both.match(input.layout.token(token).text);
    if (!match.hasMatch())
        return std::nullopt;
    const auto from = normalise(match.captured(1), ValueType::Date, input.context.normal);
    const auto to = normalise(match.captured(2), ValueType::Date, input.context.normal);
    if (!from || !to)
        return std::nullopt;
    return Range{{token, token + 1, match.captured(1), *from, true}, {token, token + 1, match.captured(2), *to, true}};
}

std::vector<Range> rangesIn(const ReadingInput &input)
{
    const int end = std::min(input.layout.tokenCount(), enoughTokens);
    std::vector<Range> ranges;
    for (int i = 0; i < end; ++i) {
        if (const auto range = inOneWord(input, i))
            ranges.push_back(*range);
    }
    const auto scans = scanValues(input.layout, 0, end, ValueType::Date, input.context);
    for (size_t i = 0; i + 1 < scans.size(); ++i) {
        const Scan &a = scans[i], &b = scans[i + 1];
        const bool linked = b.first - a.last == 1 && isLink(input.layout.token(a.last).text);
        const bool glued = b.first == a.last && input.layout.token(a.last - 1).text.endsWith(u'-');
        if (linked || glued)
            ranges.push_back({a, b});
    }
    return ranges;
}

} // namespace

Findings readDateRanges(const ReadingInput &input)
{
    const SchemaField *start = nullptr, *end = nullptr;
    for (const SchemaField &field : input.schema.fields) {
        if (field.type != ValueType::Date || !field.role.isEmpty())
            continue;
        if (!start && says(field, u"start|first|from|begin|beginn|début|inicio"_s))
            start = &field;
        else if (!end && says(field, u"end|last|to|until|ende|fin"_s))
            end = &field;
    }
    if (!start || !end)
        return {};
    Findings findings;
    const QSet<QString> topic = topicOf(*start, *end);
    double order = 0;
    for (const Range &range : rangesIn(input)) {
        if (range.from.value.value > range.to.value.value)
            continue;
        const double score = 0.5 + relevance(input, range.from.first, topic) - order;
        findings.push_back(findingAt(input.layout, start->path, range.from, score));
        findings.push_back(findingAt(input.layout, end->path, range.to, score));
        order = std::min(0.3, order + 0.01);
    }
    return findings;
}

} // namespace core
