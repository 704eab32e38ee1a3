// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/review.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

// Each in its enumeration's order.
constexpr std::array kinds{"set"_L1,      "accept"_L1,     "reject"_L1,     "approve"_L1, "reopen"_L1,
                           "set_cell"_L1, "insert_row"_L1, "delete_row"_L1, "restore"_L1};
constexpr std::array sources{"text-layer"_L1, "ocr"_L1, "embedded-xml"_L1, "form-field"_L1, "model"_L1};
constexpr std::array matches{"exact"_L1, "normalised"_L1, "fuzzy"_L1};

template<typename Enum, std::size_t Size>
std::optional<Enum> named(const std::array<QLatin1StringView, Size> &names, const QString &name)
{
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
        return {};
    return static_cast<Enum>(std::distance(names.begin(), found));
}

QJsonObject toJson(const Evidence &evidence)
{
    const QRectF &box = evidence.place.box;
    return {{u"page"_s, evidence.place.page},
            {u"box"_s, QJsonArray{box.left(), box.top(), box.right(), box.bottom()}},
            {u"text"_s, evidence.place.text},
            {u"source"_s, sources.at(static_cast<std::size_t>(evidence.place.source))},
            {u"match"_s, matches.at(static_cast<std::size_t>(evidence.match))}};
}

std::optional<Evidence> evidenceFrom(const QJsonObject &json)
{
    const QJsonArray box = json[u"box"].toArray();
    const auto source = named<TextSource>(sources, json[u"source"].toString());
    const auto match = named<MatchKind>(matches, json[u"match"].toString());
    const int page = json[u"page"].toInt();
    if (box.size() != 4 || !source || !match || page < 1)
        return {};
    Evidence evidence;
    evidence.place.page = page;
    evidence.place.box = {QPointF(box[0].toDouble(), box[1].toDouble()), QPointF(box[2].toDouble(), box[3].toDouble())};
    evidence.place.text = json[u"text"].toString();
    evidence.place.source = *source;
    evidence.match = *match;
    return evidence;
}

} // namespace

QString toString(Edit::Kind kind)
{
    return kinds.at(static_cast<std::size_t>(kind));
}

QByteArray toJson(const Edit &edit)
{
    QJsonObject json{{u"kind"_s, toString(edit.kind)}};
    if (!edit.path.isEmpty())
        json[u"path"] = edit.path;
    if (!edit.before.isEmpty())
        json[u"before"] = edit.before;
    if (!edit.after.isEmpty())
        json[u"after"] = edit.after;
    if (edit.withDoubts)
        json[u"with_doubts"] = true;
    if (edit.value)
        json[u"value"] = QJsonObject{{u"value"_s, edit.value->value}, {u"currency"_s, edit.value->currency}};
    if (!edit.state.isEmpty())
        json[u"state"] = edit.state;
    QJsonArray places;
    for (const Evidence &evidence : edit.evidence)
        places.append(toJson(evidence));
    if (!places.isEmpty())
        json[u"evidence"] = places;
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<Edit> editFromJson(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    const QJsonObject object = document.object();
    const auto kind = named<Edit::Kind>(kinds, object[u"kind"].toString());
    if (!document.isObject() || !kind)
        return fail(ErrorCode::InvalidInput, u"not an edit"_s);
    Edit edit;
    edit.kind = *kind;
    edit.path = object[u"path"].toString();
    edit.before = object[u"before"].toString();
    edit.after = object[u"after"].toString();
    edit.withDoubts = object[u"with_doubts"].toBool();
    edit.state = object[u"state"].toObject();
    if (const QJsonValue value = object[u"value"]; value.isObject())
        edit.value = NormalValue{value[u"value"].toString(), value[u"currency"].toString()};
    for (const QJsonValue place : object[u"evidence"].toArray()) {
        const auto evidence = evidenceFrom(place.toObject());
        if (!evidence)
            return fail(ErrorCode::InvalidInput, u"not a place on a page"_s);
        edit.evidence.push_back(*evidence);
    }
    return edit;
}

} // namespace core
