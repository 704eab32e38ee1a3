// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/readingplaces.h"

#include <QObject>
#include <QPoint>

namespace ui {

class PageView;

// Brings the reader back to where a document was left, seen as it was seen then; a place that is asked for meanwhile
// comes first. Nothing is ever written into the document.
class PlaceKeeper : public QObject
{
    Q_OBJECT

public:
    explicit PlaceKeeper(PageView &view);

    void setStore(core::ReadingPlaces *places) { m_store = places; } // null: nothing is kept. Outlives this
    // Whose library it is from now on; null: not known yet, and what lies open waits for it.
    void setOwner(const QString &owner);
    void begin(const QString &file); // is being opened: asks
    // Its pages are there, or another state of the same. A secret document leaves no trace.
    void arrive(bool isSecret);
    void settle() { m_isSettled = true; } // somebody asked for a place: only that counts
    void leave(int tab); // keeps the place; until the next arrival there is none

signals:
    void restored(int tab); // once the view is as it was

private:
    struct Sight {
        int page = 0;
        double zoom = 0;
        int rotation = 0;
        QPoint offset;
        friend bool operator==(const Sight &, const Sight &) = default;
    };

    void ask();
    void apply();
    [[nodiscard]] Sight sight() const;

    PageView &m_view;
    core::ReadingPlaces *m_store = nullptr;
    QString m_ownerNow;
    QString m_file;
    QString m_owner; // whose it was when it was opened
    std::optional<core::ReadingPlace> m_found;
    Sight m_first; // as the document opened
    int m_round = 0; // counts openings, so that what comes late is told apart
    bool m_isThere = false;
    bool m_isSecret = false;
    bool m_isSettled = false;
};

} // namespace ui
