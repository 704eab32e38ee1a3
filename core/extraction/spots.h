// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evidence/finder.h"

#include <optional>

namespace core {

// Which of several spots that show the same value is the one that is meant. Spots are as the finder gave them, best
// first.

// Those that another reading points at come first.
void preferPlaces(std::vector<Found> *spots, const std::vector<Place> &places);

// A cell stands on its row's line: only the spot nearest to it stays, when one is near enough.
void keepOnLine(std::vector<Found> *spots, const Place &line);

// Where a row begins that stands below an earlier one: the first spot after it in reading order, else the best.
[[nodiscard]] std::optional<Place> firstAfter(const std::vector<Found> &spots, const std::optional<Place> &earlier);

} // namespace core
