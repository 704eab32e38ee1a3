// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/view/pageview.h"

#include "ui/pages/view/pagepointer.h"
#include "ui/pages/view/renderplan.h"
#include "ui/pages/view/smoothscroll.h"

#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr double leastZoom = 0.01; // the largest page that PDF knows, 200 inches, in a window of 200 pixels
constexpr double greatestZoom = 16;
constexpr double zoomFactor = 1.2;
constexpr double comfort = 24; // a place nearer to the edge than this is scrolled to

} // namespace

// Whoever reads on finds the page where it was, as large and turned as before.
void PageView::replaceDocument(const core::OpenedDocument &document, bool isSecret)
{
    const PagePoint place = pages() > 0 ? here() : PagePoint{};
    const int turned = rotation();
    const int sideways = horizontalScrollBar()->value();
    setDocument(document, isSecret);
    if (pages() == 0)
        return;
    rotate(turned);
    showPlace(place);
    horizontalScrollBar()->setValue(sideways);
}

void PageView::goToPage(int page)
{
    if (pages() == 0)
        return;
    const int wanted = std::clamp(page, 1, pages());
    const PageLayout &layout = m_geometry.layout();
    m_scroll->stop();
    turnTo(wanted);
    // Half the gap above it, and nothing of the page before.
    const bool atTop = layout.rowOf(wanted).first == 1 || !layout.flow().continuous;
    verticalScrollBar()->setValue(atTop ? 0 : layout.pageRect(wanted).top() - layout.margin() / 2);
}

void PageView::goToRow(int direction)
{
    if (pages() > 0)
        goToPage(m_geometry.layout().nextRow(currentPage(), direction));
}

// Where rows are shown one at a time, shows that of the page.
void PageView::turnTo(int page)
{
    const PageLayout &layout = m_geometry.layout();
    if (layout.flow().continuous || layout.rowOf(page) == layout.rowOf(currentPage()))
        return;
    m_direction = page > currentPage() ? 1 : -1;
    m_geometry.setShownPage(page);
    applyFit();
    updateScrollBars();
    verticalScrollBar()->setValue(0);
    m_plannedTop = m_geometry.viewport().top();
    m_lastPage = currentPage();
    viewport()->update();
    planSoon(0);
    emit viewChanged();
}

void PageView::startAt(const PagePoint &place)
{
    if (pages() == 0)
        return;
    showPlace(place);
    if (m_fit == Fit::None && place.page == currentPage())
        horizontalScrollBar()->setValue(m_geometry.offsetFor(place, {viewport()->width() / 2.0, 0}).x());
}

PagePoint PageView::here() const
{
    return m_geometry.nearest({viewport()->width() / 2.0, 0});
}

void PageView::jumpTo(const PagePoint &place)
{
    if (pages() == 0)
        return;
    m_history.leave(here());
    showPlace(place);
    emit viewChanged();
}

void PageView::goBack()
{
    if (const auto place = m_history.back(here()))
        showPlace(*place);
    emit viewChanged();
}

void PageView::goForward()
{
    if (const auto place = m_history.forward(here()))
        showPlace(*place);
    emit viewChanged();
}

// Puts the place at the top of the view; sideways nothing moves.
void PageView::showPlace(const PagePoint &place)
{
    const int page = std::clamp(place.page, 1, pages());
    goToPage(page);
    if (place.point.y() > 0)
        verticalScrollBar()->setValue(m_geometry.offsetFor({page, place.point}, {}).y());
}

void PageView::reveal(int page, const QRectF &box)
{
    if (page < 1 || page > pages())
        return;
    turnTo(page);
    const QRectF place = m_geometry.toView(page, box);
    const QRectF area(viewport()->rect());
    if (area.adjusted(comfort, comfort, -comfort, -comfort).contains(place))
        return;
    // Under the upper third, where eyes expect it; sideways only as far as it must.
    const double y = std::max(comfort, area.height() * 0.36 - place.height() / 2);
    double x = place.x();
    if (place.left() < area.left() + comfort || place.right() > area.right() - comfort)
        x = std::max(comfort, (area.width() - place.width()) / 2);
    const PagePoint corner = {page,
                              m_geometry.layout().transform(page).toPage(place.topLeft() * m_geometry.ratio()
                                                                         + QPointF(m_geometry.viewport().topLeft()))};
    // Travelling over paper would only keep it from being drawn.
    const bool isDrawn = m_pictures.cache().nearest(page, 1, rotation());
    if (!isDrawn)
        waitFor(page);
    m_scroll->moveTo(m_geometry.offsetFor(corner, {x, y}), isDrawn ? SmoothScroll::Way::Seen : SmoothScroll::Way::Cut);
    m_sought = page;
    planNow(); // drawn while what there is is painted
}

void PageView::scrollByPixels(const QPointF &logical)
{
    const QPoint by = (logical * m_geometry.ratio()).toPoint();
    QScrollBar *down = verticalScrollBar();
    if (!m_geometry.layout().flow().continuous && pages() > 0) {
        const bool atEnd = by.y() > 0 ? down->value() == down->maximum() : down->value() == down->minimum();
        const int next = by.y() == 0 || !atEnd ? currentPage()
                                               : m_geometry.layout().nextRow(currentPage(), by.y() > 0 ? 1 : -1);
        if (next != m_geometry.layout().rowOf(currentPage()).first) {
            m_scroll->stop();
            turnTo(next);
            down->setValue(by.y() > 0 ? 0 : down->maximum());
            return;
        }
    }
    panByPixels(logical);
}

void PageView::panByPixels(const QPointF &logical)
{
    m_scroll->stop();
    const QPoint by = (logical * m_geometry.ratio()).toPoint();
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + by.x());
    verticalScrollBar()->setValue(verticalScrollBar()->value() + by.y());
}

void PageView::fling(const QPointF &velocity)
{
    m_scroll->glide(velocity * m_geometry.ratio());
}

bool PageView::stopGliding()
{
    const bool glided = m_scroll->isGliding();
    if (glided)
        m_scroll->stop();
    return glided;
}

void PageView::scrollByScreen(double screens)
{
    scrollByPixels({0, screens * (viewport()->height() - lineStep)});
}

void PageView::goToEnd(bool last)
{
    turnTo(last ? pages() : 1);
    m_scroll->stop();
    verticalScrollBar()->setValue(last ? verticalScrollBar()->maximum() : 0);
}

void PageView::setZoom(double zoom)
{
    zoomAt(zoom, QRectF(viewport()->rect()).center());
}

void PageView::zoomAt(double zoom, const QPointF &position)
{
    m_fit = Fit::None;
    changeGeometry([this, zoom] { m_geometry.setZoom(std::clamp(zoom, leastZoom, greatestZoom)); }, position);
}

void PageView::zoomStep(int direction)
{
    setZoom(zoom() * std::pow(zoomFactor, direction));
}

void PageView::setFit(Fit fit)
{
    m_fit = fit;
    changeGeometry([this] { applyFit(); }, QPointF());
    if (fit == Fit::Page)
        goToPage(currentPage());
}

void PageView::expect(const core::FirstLook &look)
{
    m_expected = look;
}

core::FirstLook PageView::firstLook() const
{
    core::FirstLook look;
    if (m_fit == Fit::None)
        look.dpi = wantedDpi(m_geometry.layout());
    else
        look.room = m_geometry.layout().roomFor(m_geometry.viewport().size());
    look.whole = m_fit == Fit::Page;
    return look;
}

// Turned and turned back, with nothing in between, leads to the place where it began.
void PageView::rotate(int degrees)
{
    if (pages() == 0)
        return;
    const PagePoint from = here();
    if (!m_turned || m_turned->rested != from)
        m_turned = Turn{.place = from, .rotation = rotation(), .rested = {}};
    rearrange([this, degrees] { m_geometry.setRotation(rotation() + degrees); });
    if (rotation() == m_turned->rotation)
        startAt(m_turned->place);
    m_turned->rested = here();
    emit rotated();
}

void PageView::setFlow(const PageFlow &flow)
{
    rearrange([this, flow, page = currentPage()] {
        m_geometry.setFlow(flow);
        m_geometry.setShownPage(page);
    });
}

// A change after which no place is where it was: the page stays, from its top.
void PageView::rearrange(const std::function<void()> &change)
{
    const int page = currentPage();
    changeGeometry(
        [this, &change] {
            change();
            applyFit();
        },
        QPointF());
    goToPage(page);
}

void PageView::applyFit()
{
    if (pages() == 0 || m_fit == Fit::None)
        return;
    const int page = currentPage();
    const double zoom = m_fit == Fit::Width ? m_geometry.zoomForWidth(page) : m_geometry.zoomForPage(page);
    m_geometry.setZoom(std::clamp(zoom, leastZoom, greatestZoom));
}

} // namespace ui
