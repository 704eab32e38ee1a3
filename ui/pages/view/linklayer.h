// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/facts/linkstore.h"
#include "ui/pages/view/viewgeometry.h"

#include <QObject>

#include <optional>

class QKeyEvent;
class QPainter;
class QFont;

namespace ui {

// The links over the pages: what lies under the pointer, and numbers to reach each in sight with the keyboard.
class LinkLayer : public QObject
{
    Q_OBJECT

public:
    LinkLayer(core::PageSource &pages, const ViewGeometry &geometry, QObject *parent = nullptr);

    void setDocument(core::DocumentHandle document);
    [[nodiscard]] LinkStore &store() { return m_store; }
    [[nodiscard]] std::optional<core::PageLink> at(const QPointF &position) const; // logical pixels in the view
    void setHovered(const std::optional<core::PageLink> &link);

    // Numbers beside all links in sight, until one is typed. False: there is none.
    bool showNumbers();
    void hideNumbers();
    [[nodiscard]] bool showsNumbers() const { return !m_numbered.empty(); }
    // True: the key was meant for the numbers.
    bool take(const QKeyEvent &event);
    void paint(QPainter &painter, const QFont &font, const QColor &accent) const;

signals:
    void followed(const core::PageLink &link);
    void changed(); // has to be painted again

private:
    struct Numbered {
        int page = 1;
        core::PageLink link;
    };

    void follow(std::size_t number); // from 1

    LinkStore m_store;
    const ViewGeometry &m_geometry;
    std::optional<core::PageLink> m_hovered;
    std::vector<Numbered> m_numbered;
    std::size_t m_typed = 0;
};

} // namespace ui
