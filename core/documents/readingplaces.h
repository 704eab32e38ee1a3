// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"

#include <QPointF>
#include <QString>

#include <optional>

namespace core {

// How somebody looked at a document when it was left: nothing of it is the document's own.
struct ReadingPlace {
    enum class Fit { None, Width, Page };

    int page = 1; // 1-based
    QPointF point; // points of the page as shown upright: what was at the middle of the view's upper edge
    Fit fit = Fit::Width;
    double zoom = 1; // where nothing is fitted; 1: a point is 1/72 of 96 pixels
    int rotation = 0; // 0, 90, 180, 270, clockwise
    bool continuous = true;
    bool sideBySide = false;
    bool coverAlone = false;
    int tab = 0; // of the panel beside the pages

    friend bool operator==(const ReadingPlace &, const ReadingPlace &) = default;
};

// Keeps where documents were left, by their content and not their name, for each owner alone. A limited number: those
// that were opened least recently are forgotten.
class ReadingPlaces
{
public:
    ReadingPlaces() = default;
    ReadingPlaces(const ReadingPlaces &) = delete;
    ReadingPlaces &operator=(const ReadingPlaces &) = delete;
    virtual ~ReadingPlaces() = default;

    // owner: whose library it is; anything that tells them apart. None is no error. Error: NotFound (the file can't be
    // read).
    [[nodiscard]] virtual Async<std::optional<ReadingPlace>> load(const QString &file, const QString &owner) = 0;
    // Of the file as it was when its place was loaded.
    virtual void save(const QString &file, const QString &owner, const ReadingPlace &place) = 0;
};

} // namespace core
