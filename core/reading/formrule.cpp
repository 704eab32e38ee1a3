// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/rules.h"
#include "core/reading/textkeys.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core {

namespace {

// "topmostSubform[0].Page1[0].f1_1[0]" as "f1_1": XFA numbers everything.
QString lastName(const QString &name)
{
    static const QRegularExpression index(u"\\[\\d+\\]"_s);
    QString last = name.section(u'.', -1);
    return last.remove(index);
}

// How well a form's field answers to a schema's field: by name, by tooltip, by the words in the tooltip.
double agreement(const FormValue &form, const SchemaField &field)
{
    const QString name = textKey(lastName(form.name)), tip = textKey(form.label);
    double best = 0;
    for (const QString &label : labelsFor(field)) {
        const QString key = textKey(label);
        if (key.isEmpty())
            continue;
        if (name == key)
            best = std::max(best, 0.97);
        if (tip == key)
            best = std::max(best, 0.95);
        if (key.size() > 3 && (tip.startsWith(key) || tip.endsWith(key)))
            best = std::max(best, 0.8);
        if (key.size() > 5 && tip.contains(key))
            best = std::max(best, 0.7);
    }
    return best;
}

// "true" in words of the schema's own choices.
QString inChoices(const QString &value, const SchemaField &field)
{
    if (field.choices.isEmpty())
        return value;
    const auto truth = normalise(value, ValueType::Boolean);
    for (const QString &choice : field.choices) {
        if (choice.compare(value, Qt::CaseInsensitive) == 0)
            return choice;
        const auto meaning = normalise(choice, ValueType::Boolean);
        if (truth && meaning && truth->value == meaning->value)
            return choice;
    }
    return {};
}

std::optional<Finding> finding(const FormValue &form, const SchemaField &field, double score,
                               const ReadingContext &context)
{
    const QString text = inChoices(form.value.trimmed(), field);
    const auto value = normalise(text, field.type, context.normal);
    if (!value)
        return std::nullopt;
    Finding found;
    found.path = field.path;
    found.raw = form.value;
    found.value = *value;
    found.places = {form.place};
    found.places.front().source = TextSource::FormField;
    found.label = form.label.isEmpty() ? lastName(form.name) : form.label;
    found.score = score;
    found.source = TextSource::FormField;
    return found;
}

// Words of the page that name the field and stand left of or above the box, on a form whose fields have no names.
double printedAgreement(const ReadingInput &input, const FormValue &form, int index)
{
    double best = 0;
    for (const LabelHit &hit : input.labels.hits()) {
        if (std::find(hit.fields.begin(), hit.fields.end(), index) == hit.fields.end())
            continue;
        const Segment &home = input.layout.segmentOf(hit.first);
        const QRectF label = input.layout.token(hit.first).box | input.layout.token(hit.last - 1).box;
        if (home.page != form.place.page)
            continue;
        const double rise = form.place.box.center().y() - label.center().y();
        const double run = form.place.box.left() - label.right();
        const bool left = std::abs(rise) < label.height() && run > -2 && run < 150;
        const bool above = rise > 0 && rise < 3.2 * label.height() + form.place.box.height() / 2
            && label.left() < form.place.box.right() && label.right() > form.place.box.left() - 5;
        if (left || above)
            best = std::max(best,
                            0.85 * hit.quality - std::abs(rise) / 400
                                - (label.left() > form.place.box.left() + 60 ? 0.1 : 0));
    }
    return best;
}

} // namespace

Findings readFormValues(const ReadingInput &input)
{
    Findings findings;
    for (const FormValue &form : input.document.formValues) {
        for (size_t i = 0; i < input.schema.fields.size(); ++i) {
            const SchemaField &field = input.schema.fields[i];
            const bool box = form.value == u"true" || form.value == u"false";
            const bool wantsBox = field.type == ValueType::Boolean || !field.choices.isEmpty();
            if (form.value.trimmed().isEmpty() || box != wantsBox)
                continue;
            const double score = std::max(agreement(form, field), printedAgreement(input, form, static_cast<int>(i)));
            if (score < 0.5)
                continue;
            if (auto found = finding(form, field, score, input.context))
                findings.push_back(*std::move(found));
        }
    }
    return findings;
}

} // namespace core
