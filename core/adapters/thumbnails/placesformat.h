// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/readingplaces.h"

#include <QByteArray>

#include <vector>

namespace core {

struct KeptPlace {
    QByteArray key; // hex
    ReadingPlace place;

    friend bool operator==(const KeptPlace &, const KeptPlace &) = default;
};

// `lectern.places/1`: JSON, the one used last at the end.
[[nodiscard]] QByteArray packPlaces(const std::vector<KeptPlace> &places);
// Leaves out what makes no sense; of something else entirely nothing remains.
[[nodiscard]] std::vector<KeptPlace> unpackPlaces(const QByteArray &bytes);

} // namespace core
