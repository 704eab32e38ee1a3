// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extraction/spots.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

namespace core {
namespace {

constexpr double linesAway = 2.5; // a row's cells may be centred over a description of several lines

const Place &placeOf(const Found &spot)
{
    return spot.lines.front().place;
}

bool overlaps(const Place &a, const Place &b)
{
    return a.page == b.page && a.box.intersects(b.box);
}

bool isBefore(const Place &a, const Place &b)
{
    return std::tuple(a.page, a.box.top()) < std::tuple(b.page, b.box.top());
}

} // namespace

void preferPlaces(std::vector<Found> *spots, const std::vector<Place> &places)
{
    std::stable_partition(spots->begin(), spots->end(), [&](const Found &spot) {
        return std::any_of(places.begin(), places.end(),
                           [&](const Place &place) { return overlaps(placeOf(spot), place); });
    });
}

void keepOnLine(std::vector<Found> *spots, const Place &line)
{
    const auto distance = [&line](const Found &spot) {
        const Place &place = placeOf(spot);
        return place.page == line.page ? std::abs(place.box.center().y() - line.box.center().y())
                                       : std::numeric_limits<double>::infinity();
    };
    const auto nearest = std::min_element(spots->begin(), spots->end(),
                                          [&](const Found &a, const Found &b) { return distance(a) < distance(b); });
    if (nearest == spots->end() || distance(*nearest) > linesAway * line.box.height())
        return;
    Found kept = *nearest;
    *spots = {std::move(kept)};
}

std::optional<Place> firstAfter(const std::vector<Found> &spots, const std::optional<Place> &earlier)
{
    if (spots.empty())
        return std::nullopt;
    const Found *best = nullptr;
    for (const Found &spot : spots) {
        if (earlier && !isBefore(*earlier, placeOf(spot)))
            continue;
        if (!best || (earlier && isBefore(placeOf(spot), placeOf(*best))))
            best = &spot;
    }
    return placeOf(best ? *best : spots.front());
}

} // namespace core
