// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/fieldedits.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

NormalContext contextOf(const QString &language)
{
    NormalContext context;
    context.language = language;
    return context;
}

// Edits to get from one text to the other (Levenshtein).
qsizetype distance(const QString &from, const QString &to)
{
    std::vector<qsizetype> row(static_cast<std::size_t>(to.size()) + 1);
    for (std::size_t n = 0; n < row.size(); ++n)
        row[n] = static_cast<qsizetype>(n);
    for (qsizetype i = 1; i <= from.size(); ++i) {
        qsizetype diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j < row.size(); ++j) {
            const qsizetype above = row[j];
            const bool same = from[i - 1] == to[static_cast<qsizetype>(j) - 1];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (same ? 0 : 1)});
            diagonal = above;
        }
    }
    return row.back();
}

// The old places that still bear the new value, each with how well. A misread digit leaves the place right and the
// reading wrong; a place that shows something else must not seem to prove the new value.
std::vector<Evidence> stillFitting(const std::vector<Evidence> &places, const QString &typed, const QString &value,
                                   ValueType type, const QString &language)
{
    constexpr qsizetype longest = 200;
    std::vector<Evidence> kept;
    for (Evidence place : places) {
        const QString printed = place.place.text.simplified();
        const auto normal = normalise(printed, type, contextOf(language));
        if (printed == typed.simplified())
            place.match = MatchKind::Exact;
        else if (normal && normal->value == value)
            place.match = MatchKind::Normalised;
        else if (printed.size() <= longest && typed.size() <= longest
                 && 3 * distance(printed, typed.simplified()) <= typed.size())
            place.match = MatchKind::Fuzzy;
        else
            continue;
        kept.push_back(std::move(place));
    }
    return kept;
}

// A person's word makes a value certain; the reason says by how much it did.
void addReason(ExtractedField &field, const QString &kind)
{
    double effect = std::max(0.0, 1.0 - field.certainty);
    std::erase_if(field.because, [&effect](const Reason &reason) {
        const bool earlier = reason.part == "person"_L1;
        effect += earlier ? reason.effect : 0.0;
        return earlier;
    });
    field.because.push_back({u"person"_s, kind, {}, effect});
    field.certainty = 1.0;
}

// What spoke for the value that was there says nothing of another.
void forgetReasons(ExtractedField &field)
{
    field.because.clear();
    field.certainty = 0;
}

TypedValue valueOf(const Edit &edit, ValueType type, const QString &language)
{
    return edit.value ? TypedValue{*edit.value} : typedValue(edit.after, type, language);
}

} // namespace

TypedValue typedValue(const QString &text, ValueType type, const QString &language)
{
    if (auto normal = normalise(text, type, contextOf(language)))
        return {*std::move(normal)};
    return {{text.simplified(), {}}, false};
}

void setField(ExtractedField &field, const Edit &edit, const QString &language)
{
    if (edit.after.trimmed().isEmpty()) {
        rejectField(field);
        return;
    }
    const TypedValue typed = valueOf(edit, field.type, language);
    const bool same =
        field.value == typed.value.value && (typed.value.currency.isEmpty() || typed.value.currency == field.currency);
    const auto candidate = std::find_if(field.candidates.begin(), field.candidates.end(),
                                        [&typed](const Candidate &each) { return each.value == typed.value.value; });
    if (!edit.evidence.empty())
        field.evidence = edit.evidence;
    else if (!same && candidate != field.candidates.end())
        field.evidence = candidate->evidence;
    else if (!same)
        field.evidence = stillFitting(field.evidence, edit.after, typed.value.value, field.type, language);
    if (!same)
        forgetReasons(field);
    field.value = typed.value.value;
    field.raw = edit.after;
    if (!typed.value.currency.isEmpty())
        field.currency = typed.value.currency;
    field.status = same ? FieldStatus::Accepted : FieldStatus::Corrected;
    addReason(field, same ? u"accepted"_s : u"corrected"_s);
    if (!typed.fits)
        field.status = FieldStatus::Review;
}

void acceptField(ExtractedField &field)
{
    field.status = field.value ? FieldStatus::Accepted : FieldStatus::Missing;
    addReason(field, field.value ? u"accepted"_s : u"missing"_s);
}

void rejectField(ExtractedField &field)
{
    field.value.reset();
    field.raw.clear();
    field.currency.clear();
    field.evidence.clear();
    field.status = FieldStatus::Missing;
    addReason(field, u"missing"_s);
}

void setCell(ExtractedCell &cell, const Edit &edit, ValueType type, const QString &language)
{
    if (edit.after.trimmed().isEmpty()) {
        rejectCell(cell);
        return;
    }
    const TypedValue typed = valueOf(edit, type, language);
    const bool same = cell.value == typed.value.value;
    if (!edit.evidence.empty())
        cell.evidence = edit.evidence;
    else if (!same)
        cell.evidence = stillFitting(cell.evidence, edit.after, typed.value.value, type, language);
    cell.value = typed.value.value;
    cell.raw = edit.after;
    cell.certainty = 1.0;
    cell.status = !typed.fits ? FieldStatus::Review : same ? FieldStatus::Accepted : FieldStatus::Corrected;
}

void acceptCell(ExtractedCell &cell)
{
    cell.status = cell.value ? FieldStatus::Accepted : FieldStatus::Missing;
    cell.certainty = 1.0;
}

void rejectCell(ExtractedCell &cell)
{
    cell = ExtractedCell();
    cell.certainty = 1.0;
}

} // namespace core
