// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/thumbnails/placesformat.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr auto format = "lectern.places/1"_L1;
constexpr int quarter = 90;
constexpr double farthest = 1e6; // points
constexpr double greatestZoom = 100;
constexpr int mostTabs = 16;
const QStringList fits{u"none"_s, u"width"_s, u"page"_s}; // as ReadingPlace::Fit

QJsonObject packed(const KeptPlace &kept)
{
    const ReadingPlace &place = kept.place;
    return {{u"key"_s, QString::fromLatin1(kept.key)},
            {u"page"_s, place.page},
            {u"x"_s, place.point.x()},
            {u"y"_s, place.point.y()},
            {u"fit"_s, fits[static_cast<int>(place.fit)]},
            {u"zoom"_s, place.zoom},
            {u"rotation"_s, place.rotation},
            {u"continuous"_s, place.continuous},
            {u"sideBySide"_s, place.sideBySide},
            {u"coverAlone"_s, place.coverAlone},
            {u"tab"_s, place.tab}};
}

bool makesSense(const ReadingPlace &place)
{
    return place.page >= 1 && std::abs(place.point.x()) <= farthest && std::abs(place.point.y()) <= farthest
        && place.zoom > 0 && place.zoom <= greatestZoom && place.rotation >= 0 && place.rotation < 4 * quarter
        && place.rotation % quarter == 0 && place.tab >= 0 && place.tab < mostTabs;
}

std::optional<KeptPlace> unpacked(const QJsonObject &object)
{
    const auto fit = fits.indexOf(object["fit"_L1].toString());
    KeptPlace kept{object["key"_L1].toString().toLatin1(), {}};
    kept.place = {object["page"_L1].toInt(),
                  {object["x"_L1].toDouble(), object["y"_L1].toDouble()},
                  static_cast<ReadingPlace::Fit>(std::max<qsizetype>(fit, 0)),
                  object["zoom"_L1].toDouble(),
                  object["rotation"_L1].toInt(-1),
                  object["continuous"_L1].toBool(true),
                  object["sideBySide"_L1].toBool(),
                  object["coverAlone"_L1].toBool(),
                  object["tab"_L1].toInt()};
    return fit >= 0 && !kept.key.isEmpty() && makesSense(kept.place) ? std::optional(kept) : std::nullopt;
}

} // namespace

QByteArray packPlaces(const std::vector<KeptPlace> &places)
{
    QJsonArray array;
    for (const KeptPlace &kept : places)
        array.append(packed(kept));
    return QJsonDocument(QJsonObject{{u"format"_s, format}, {u"places"_s, array}}).toJson(QJsonDocument::Compact);
}

std::vector<KeptPlace> unpackPlaces(const QByteArray &bytes)
{
    const QJsonObject file = QJsonDocument::fromJson(bytes).object();
    std::vector<KeptPlace> places;
    if (file["format"_L1].toString() != format)
        return places;
    for (const QJsonValue &value : file["places"_L1].toArray()) {
        if (const auto kept = unpacked(value.toObject()))
            places.push_back(*kept);
    }
    return places;
}

} // namespace core
