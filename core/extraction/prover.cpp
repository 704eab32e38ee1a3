// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extraction/prover.h"

#include "core/base/decimal.h"
#include "core/certainty/weights.h"
#include "core/extraction/spots.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr size_t mostEvidence = 5; // places listed for one value

bool isNumeric(ValueType type)
{
    return type == ValueType::Number || type == ValueType::Money;
}

MatchKind matchOf(const QString &printed, const QString &value)
{
    return printed.simplified() == value ? MatchKind::Exact : MatchKind::Normalised;
}

double effectOf(MatchKind match)
{
    switch (match) {
    case MatchKind::Exact:
        return weights::exact;
    case MatchKind::Normalised:
        return weights::normalised;
    case MatchKind::Fuzzy:
        break;
    }
    return weights::fuzzy;
}

QString kindName(MatchKind match)
{
    return match == MatchKind::Exact ? u"exact"_s : match == MatchKind::Normalised ? u"normalised"_s : u"fuzzy"_s;
}

void addCheckDigit(Draft &draft)
{
    if (const auto holds = draft.value ? checkDigitHolds(*draft.value, draft.type) : std::nullopt) {
        draft.because.push_back({u"check_digit"_s,
                                 *holds ? u"holds"_s : u"fails"_s,
                                 {},
                                 *holds ? weights::digitsHold : weights::digitsFail});
    }
}

} // namespace

QStringList labelsOf(const SchemaField &field)
{
    QStringList labels;
    for (const QStringList &language : field.labels)
        labels += language;
    labels += field.title;
    labels += QString(field.name).replace(u'_', u' ');
    labels.removeAll(QString());
    labels.removeDuplicates();
    return labels;
}

bool sameValue(const QString &a, const QString &b, ValueType type)
{
    if (isNumeric(type))
        return a == b || sameNumber(a, b);
    return QString::compare(a.simplified(), b.simplified(), Qt::CaseInsensitive) == 0;
}

Prover::Prover(const DocumentText &document, const NormalContext &context)
    : m_document(document)
    , m_context(context)
    , m_finder(document)
{
}

Draft Prover::missing(const SchemaField &field, const QString &path)
{
    Draft draft;
    draft.path = path;
    draft.label = field.title;
    draft.type = field.type;
    return draft;
}

Wanted Prover::wanted(const SchemaField &field, const QString &text, const NormalValue &value) const
{
    return {text, value, field.type, labelsOf(field)};
}

std::vector<Evidence> Prover::evidenceOf(const std::vector<Found> &found) const
{
    std::vector<Evidence> evidence;
    for (const Found &spot : found) {
        if (evidence.size() >= mostEvidence)
            break;
        evidence.insert(evidence.end(), spot.lines.begin(), spot.lines.end());
    }
    return evidence;
}

Draft Prover::fromFinding(const SchemaField &field, const Finding &finding) const
{
    Draft draft = missing(field, finding.path);
    draft.value = finding.value.value;
    draft.currency = finding.value.currency;
    draft.raw = finding.raw;
    for (const Place &place : finding.places)
        draft.evidence.push_back({place, matchOf(place.text, finding.value.value)});
    QString label = finding.label;
    if (draft.evidence.empty()) {
        const auto found = m_finder.find(wanted(field, finding.raw, finding.value), m_context);
        draft.evidence = evidenceOf(found);
        if (!found.empty() && label.isEmpty())
            label = found.front().label;
    }

    addMatchReason(draft);
    if (!label.isEmpty())
        draft.because.push_back({u"label"_s, {}, label.left(80), weights::labelBeside});
    if (finding.source == TextSource::EmbeddedXml)
        draft.because.push_back({u"source"_s, u"embedded-xml"_s, {}, weights::embeddedXml});
    if (finding.source == TextSource::FormField)
        draft.because.push_back({u"source"_s, u"form-field"_s, {}, weights::formField});
    addOcrReason(draft);
    draft.because.push_back({u"engine"_s, u"local"_s, {}, weights::readingScore * (finding.score - 0.5)});
    addCandidates(draft, field, finding.others);
    addCheckDigit(draft);
    return draft;
}

Draft Prover::fromGiven(const GivenValue &given, const Finding *second, const std::optional<Place> &line) const
{
    const SchemaField &field = *given.field;
    Draft draft = missing(field, given.path);
    if (given.text.isEmpty()) {
        if (second)
            addSecondReading(draft, field, *second);
        return draft;
    }
    // A JSON number has its point wherever the document was written.
    NormalContext asJson;
    asJson.decimal = u'.';
    auto value = normalise(given.text, field.type, isNumeric(field.type) ? asJson : m_context);
    if (value && !given.currency.isEmpty())
        value->currency = given.currency;

    auto found = m_finder.find(wanted(field, given.text, value.value_or(NormalValue())), m_context);
    if (second && sameValue(value ? value->value : given.text, second->value.value, field.type))
        preferPlaces(&found, second->places);
    if (line)
        keepOnLine(&found, *line);
    draft.value = value ? value->value : given.text.simplified();
    draft.currency = value ? value->currency : QString();
    draft.raw = found.empty() ? given.text : found.front().lines.front().place.text;
    draft.evidence = evidenceOf(found);
    // The print says which zeros belong to the number, and often the currency.
    if (value && !found.empty() && isNumeric(field.type)) {
        const auto printed = normalise(draft.raw, field.type, m_context);
        if (printed && sameNumber(printed->value, value->value)) {
            draft.value = printed->value;
            if (draft.currency.isEmpty())
                draft.currency = printed->currency;
        }
    }

    addMatchReason(draft);
    if (!found.empty() && !found.front().label.isEmpty()) {
        draft.because.push_back(
            {u"label"_s, {}, found.front().label, found.front().beside ? weights::labelBeside : weights::labelAbove});
    }
    if (!value)
        draft.because.push_back({u"match"_s, u"not-of-its-type"_s, {}, weights::ambiguousNotation});
    addOcrReason(draft);
    draft.because.push_back({u"engine"_s, u"model"_s, {}, weights::modelSays});
    if (second)
        addSecondReading(draft, field, *second);
    addCheckDigit(draft);
    return draft;
}

std::optional<Place> Prover::lineOf(const std::vector<GivenValue> &row, const std::optional<Place> &earlier) const
{
    const auto longest = std::max_element(row.begin(), row.end(), [](const GivenValue &a, const GivenValue &b) {
        const auto length = [](const GivenValue &cell) {
            return cell.field->type == ValueType::String ? cell.text.size() : 0;
        };
        return length(a) < length(b);
    });
    if (longest == row.end() || longest->field->type != ValueType::String || longest->text.isEmpty())
        return std::nullopt;
    const NormalValue text{longest->text.simplified(), {}};
    return firstAfter(m_finder.find(wanted(*longest->field, longest->text, text), m_context), earlier);
}

void Prover::addMatchReason(Draft &draft) const
{
    if (draft.evidence.empty()) {
        draft.because.push_back({u"match"_s, u"none"_s, {}, weights::noEvidence});
        return;
    }
    const MatchKind match = draft.evidence.front().match;
    draft.because.push_back({u"match"_s, kindName(match), {}, effectOf(match)});
}

// How sure the OCR was of the words under the evidence.
void Prover::addOcrReason(Draft &draft) const
{
    if (draft.evidence.empty() || draft.evidence.front().place.source != TextSource::Ocr)
        return;
    const Place &place = draft.evidence.front().place;
    double sum = 0;
    int count = 0;
    for (const PageText &page : m_document.pages) {
        if (page.page != place.page)
            continue;
        for (const Word &word : page.words) {
            if (place.box.contains(word.box.center())) {
                sum += word.certainty;
                ++count;
            }
        }
    }
    if (count > 0) {
        draft.because.push_back(
            {u"source"_s, u"ocr"_s, {}, weights::ocr + weights::ocrPerDoubt * (1 - std::clamp(sum / count, 0.0, 1.0))});
    }
}

void Prover::addCandidates(Draft &draft, const SchemaField &field, const std::vector<NormalValue> &others) const
{
    for (const NormalValue &other : others) {
        if (draft.value && sameValue(other.value, *draft.value, field.type))
            continue;
        const auto found = m_finder.find(wanted(field, other.value, other), m_context);
        if (!found.empty() && draft.candidates.size() < mostEvidence)
            draft.candidates.push_back({other.value, evidenceOf(found)});
    }
    const auto count = std::min<size_t>(3, draft.candidates.size());
    if (count > 0) {
        draft.because.push_back({u"candidates"_s,
                                 {},
                                 QString::number(draft.candidates.size()),
                                 weights::eachCandidate * static_cast<double>(count)});
    }
}

void Prover::addSecondReading(Draft &draft, const SchemaField &field, const Finding &second) const
{
    if (draft.value && sameValue(*draft.value, second.value.value, field.type)) {
        draft.because.push_back({u"second_reading"_s, u"agrees"_s, {}, weights::secondAgrees});
        return;
    }
    Candidate candidate{second.value.value, {}};
    for (const Place &place : second.places)
        candidate.evidence.push_back({place, matchOf(place.text, second.value.value)});
    if (candidate.evidence.empty())
        return; // nothing to show for it
    draft.candidates.push_back(candidate);
    if (draft.value) {
        draft.because.push_back(
            {u"second_reading"_s, u"differs"_s, {}, weights::secondDiffers * std::clamp(second.score, 0.2, 1.0)});
    }
}

} // namespace core
