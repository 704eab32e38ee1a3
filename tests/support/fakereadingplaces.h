// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/readingplaces.h"

#include <QHash>

#include <deque>

// Keeps places by the file's name, in memory; answers late where the test wants it.
class FakeReadingPlaces final : public core::ReadingPlaces
{
public:
    using Found = core::Result<std::optional<core::ReadingPlace>>;

    [[nodiscard]] core::Async<std::optional<core::ReadingPlace>> load(const QString &file,
                                                                      const QString &owner) override
    {
        const auto found = places.constFind(owner + u'|' + file);
        const Found answer = found == places.constEnd() ? std::nullopt : std::optional(*found);
        if (!hold)
            return core::ready<std::optional<core::ReadingPlace>>(answer);
        auto promise = std::make_shared<QPromise<Found>>();
        promise->start();
        held.push_back([promise, answer] {
            promise->addResult(answer);
            promise->finish();
        });
        return promise->future();
    }

    void save(const QString &file, const QString &owner, const core::ReadingPlace &place) override
    {
        places.insert(owner + u'|' + file, place);
    }

    void release()
    {
        for (const auto &answer : std::exchange(held, {}))
            answer();
    }

    QHash<QString, core::ReadingPlace> places; // by "owner|file"
    std::deque<std::function<void()>> held;
    bool hold = false;
};
