// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/formcaptions.h"
#include "core/reading/rules.h"
#include "core/reading/textkeys.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core {

namespace {

constexpr double leastAgreement = 0.5;

QStringList wordKeys(const QString &text)
{
    static const QRegularExpression apart(u"(?:\\(s\\))?[\\s,/()\\-.;:]+"_s);
    static const QSet<QString> plain{u"the"_s, u"of"_s,  u"and"_s, u"or"_s,  u"a"_s, u"your"_s,
                                     u"for"_s, u"der"_s, u"die"_s, u"und"_s, u"de"_s};
    QStringList keys;
    for (const QString &word : text.split(apart, Qt::SkipEmptyParts)) {
        const QString key = textKey(word);
        if (!key.isEmpty() && !plain.contains(key))
            keys << key;
    }
    return keys;
}

bool sameWord(const QString &a, const QString &b)
{
    return a == b || (a.size() > 4 && b.startsWith(a)) || (b.size() > 4 && a.startsWith(b));
}

// How much of a label a caption says, and whether it begins with it.
double coverage(const QStringList &caption, const QStringList &label)
{
    if (label.isEmpty() || caption.isEmpty())
        return 0;
    const auto said = std::count_if(label.begin(), label.end(), [&](const QString &word) {
        return std::any_of(caption.begin(), caption.end(), [&](const QString &other) { return sameWord(word, other); });
    });
    const double share = static_cast<double>(said) / static_cast<double>(label.size());
    const bool begins = sameWord(caption.front(), label.front());
    const double spare = static_cast<double>(std::max<qsizetype>(0, caption.size() - label.size()));
    return 0.68 * share * share + (begins ? 0.2 : 0) - 0.008 * std::min(spare, 10.0);
}

// "Line 5: number, street": the number that forms print before their captions.
bool saysLine(const QString &caption, const QString &description)
{
    static const QRegularExpression line(u"\\b(?:line|box|zeile|ligne|part)\\s+(\\d+\\w?)\\b"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const auto match = line.match(description);
    return match.hasMatch() && caption.section(u' ', 0, 0).remove(u'.') == match.captured(1);
}

double agreement(const CaptionedValue &form, const SchemaField &field)
{
    const QString name = textKey(form.name), tip = textKey(form.tip);
    QStringList caption = wordKeys(form.caption);
    if (!caption.isEmpty() && caption.front().front().isDigit())
        caption.removeFirst();
    double best = 0;
    for (const QString &label : labelsFor(field)) {
        const QString key = textKey(label);
        if (!key.isEmpty() && (name == key || tip == key))
            return 0.98;
        best = std::max({best, coverage(caption, wordKeys(label)), coverage(wordKeys(form.tip), wordKeys(label))});
    }
    return std::min(0.96, best + (best > 0.3 && saysLine(form.caption, field.description) ? 0.15 : 0));
}

// "true" in words of the schema's own choices.
QString inChoices(const QString &value, const SchemaField &field)
{
    if (field.choices.isEmpty())
        return value;
    const auto truth = normalise(value, ValueType::Boolean);
    for (const QString &choice : field.choices) {
        const auto meaning = normalise(choice, ValueType::Boolean);
        if (choice.compare(value, Qt::CaseInsensitive) == 0 || (truth && meaning && truth->value == meaning->value))
            return choice;
    }
    return {};
}

std::optional<Finding> finding(const CaptionedValue &form, const SchemaField &field, double score,
                               const ReadingContext &context)
{
    const QString text = inChoices(form.value, field);
    const auto value = normalise(text, field.type, context.normal);
    if (!value)
        return std::nullopt;
    Finding found;
    found.path = field.path;
    found.raw = form.value;
    found.value = *value;
    found.places = form.places;
    found.label = !form.caption.isEmpty() ? form.caption : form.tip.isEmpty() ? form.name : form.tip;
    found.score = score;
    found.source = TextSource::FormField;
    return found;
}

struct Pair {
    size_t form;
    size_t field;
    double score;
};

} // namespace

// The best pair first: a form's field answers one question only, and a question has one answer.
Findings readFormValues(const ReadingInput &input)
{
    const auto forms = captionedValues(input.document, input.layout);
    std::vector<Pair> pairs;
    for (size_t f = 0; f < forms.size(); ++f) {
        for (size_t i = 0; i < input.schema.fields.size(); ++i) {
            const SchemaField &field = input.schema.fields[i];
            const bool wantsBox = field.type == ValueType::Boolean || !field.choices.isEmpty();
            const double score = forms[f].box == wantsBox ? agreement(forms[f], field) : 0;
            if (score >= leastAgreement)
                pairs.push_back({f, i, score});
        }
    }
    std::stable_sort(pairs.begin(), pairs.end(), [](const Pair &a, const Pair &b) { return a.score > b.score; });
    Findings findings;
    QSet<size_t> usedForms, usedFields;
    for (const Pair &pair : pairs) {
        if (usedForms.contains(pair.form) || usedFields.contains(pair.field))
            continue;
        usedForms.insert(pair.form);
        usedFields.insert(pair.field);
        if (auto found = finding(forms[pair.form], input.schema.fields[pair.field], pair.score, input.context))
            findings.push_back(*std::move(found));
    }
    return findings;
}

} // namespace core
