// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/pagesource.h"
#include "ui/pages/view/picture.h"
#include "ui/pages/view/viewgeometry.h"

#include <QWidget>

#include <optional>

class QKeyEvent;

namespace ui {

class PageView;

// A round glass over the pages that shows what lies under its middle larger: stretched at once, sharp as soon as it is
// drawn. It follows the mouse, which goes on working through it, and the arrow keys; Escape puts it away.
class Magnifier : public QWidget
{
    Q_OBJECT

public:
    Magnifier(PageView &view, core::PageSource &pages);
    ~Magnifier() override;

    void setDocument(core::DocumentHandle document); // puts it away
    void setLayers(const core::LayerStates &layers);
    void setOn(bool on); // over the selection, else the mouse, else the middle of the view
    [[nodiscard]] bool isOn() const { return !isHidden(); }
    [[nodiscard]] PagePoint place() const { return m_place; } // under its middle
    [[nodiscard]] int factor() const { return m_factor; }
    [[nodiscard]] bool isSharp() const; // all of the page under its middle
    bool take(const QKeyEvent &event); // true: the key was meant for it
    void follow(); // the pages have moved, or look another way

signals:
    void switched(bool on);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void moveTo(const QPointF &position);
    void moveBy(const QPointF &step);
    void setFactor(int factor);
    void request();
    void paintSharp(QPainter &painter);
    [[nodiscard]] QPointF startingPoint() const;
    [[nodiscard]] QRectF wanted() const; // points of the page under its middle
    [[nodiscard]] PictureKey keyFor(const QRectF &region) const;
    [[nodiscard]] bool covers(const PictureKey &key) const;

    PageView &m_view;
    core::PageSource &m_pages;
    core::DocumentHandle m_document = 0;
    core::LayerStates m_layers;
    ViewGeometry m_lens; // the same pages as the view's, larger, through the glass
    QPointF m_at; // logical pixels in the view
    PagePoint m_place;
    int m_factor = 3;
    Picture m_sharp;
    std::optional<PictureKey> m_asked;
    std::stop_source m_stop;
};

} // namespace ui
