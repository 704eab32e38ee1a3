// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/view/magnifier.h"

#include "ui/pages/view/pageview.h"
#include "ui/pages/view/renderplan.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr int diameter = 300; // logical pixels
constexpr double step = 24;
constexpr double fineStep = 4;
constexpr int leastFactor = 2;
constexpr int greatestFactor = 4;
constexpr double rim = 3;

} // namespace

Magnifier::Magnifier(PageView &view, core::PageSource &pages)
    : QWidget(view.viewport())
    , m_view(view)
    , m_pages(pages)
{
    setObjectName(QStringLiteral("magnifier"));
    setAccessibleName(tr("Magnifier"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFixedSize(diameter, diameter);
    hide();
    view.viewport()->installEventFilter(this);
    connect(&view, &PageView::viewChanged, this, &Magnifier::follow);
}

Magnifier::~Magnifier()
{
    m_stop.request_stop();
}

void Magnifier::setDocument(core::DocumentHandle document)
{
    setOn(false);
    m_document = document;
    m_layers.clear();
}

void Magnifier::setLayers(const core::LayerStates &layers)
{
    m_layers = layers;
    m_sharp = {};
    m_asked.reset();
    follow();
}

void Magnifier::setOn(bool on)
{
    if (on == isOn() || (on && m_view.pages() == 0))
        return;
    m_stop.request_stop();
    m_sharp = {};
    m_asked.reset();
    if (on)
        m_at = startingPoint();
    setVisible(on);
    raise();
    follow();
    emit switched(on);
}

QPointF Magnifier::startingPoint() const
{
    const QRectF area(m_view.viewport()->rect());
    const TextSelection &selection = m_view.selection();
    const SharedWords words = selection.isEmpty() ? nullptr : m_view.words().words(selection.head().page);
    if (words) {
        const QRectF box = selection.area() ? selection.area()->box : words->span(selection.head().word).box();
        const QPointF selected = m_view.geometry().toView(selection.head().page, box).center();
        if (area.contains(selected))
            return selected;
    }
    const QPointF pointer = m_view.viewport()->mapFromGlobal(QPointF(QCursor::pos()));
    return m_view.viewport()->underMouse() && area.contains(pointer) ? pointer : area.center();
}

bool Magnifier::take(const QKeyEvent &event)
{
    if (!isOn() || event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    const double by = event.modifiers() & Qt::ShiftModifier ? fineStep : step;
    switch (event.key()) {
    case Qt::Key_Left:
        moveBy({-by, 0});
        return true;
    case Qt::Key_Right:
        moveBy({by, 0});
        return true;
    case Qt::Key_Up:
        moveBy({0, -by});
        return true;
    case Qt::Key_Down:
        moveBy({0, by});
        return true;
    case Qt::Key_Plus:
        setFactor(m_factor + 1);
        return true;
    case Qt::Key_Minus:
        setFactor(m_factor - 1);
        return true;
    case Qt::Key_Escape:
        setOn(false);
        return true;
    default:
        return false;
    }
}

void Magnifier::setFactor(int factor)
{
    m_factor = std::clamp(factor, leastFactor, greatestFactor);
    follow();
}

// At the edge of the view it takes the pages along.
void Magnifier::moveBy(const QPointF &by)
{
    const QRectF area(m_view.viewport()->rect());
    const QPointF wanted = m_at + by;
    const QPointF inside(std::clamp(wanted.x(), area.left(), area.right()),
                         std::clamp(wanted.y(), area.top(), area.bottom()));
    if (wanted != inside)
        m_view.scrollByPixels(wanted - inside);
    moveTo(inside);
}

void Magnifier::moveTo(const QPointF &position)
{
    m_at = position;
    move((position - QPointF(width(), height()) / 2).toPoint());
    const ViewGeometry &geometry = m_view.geometry();
    m_place = geometry.nearest(position);
    const double ratio = geometry.ratio();
    const QPointF middle = m_lens.layout().transform(m_place.page).toTarget(m_place.point);
    m_lens.setOffset((middle - QPointF(width(), height()) * ratio / 2).toPoint());
    request();
    update();
}

void Magnifier::follow()
{
    if (!isOn())
        return;
    const ViewGeometry &geometry = m_view.geometry();
    if (m_view.pages() == 0)
        return setOn(false);
    m_lens = geometry;
    m_lens.setViewport(size(), geometry.ratio());
    m_lens.setZoom(geometry.zoom() * m_factor);
    moveTo(m_at);
}

QRectF Magnifier::wanted() const
{
    return visiblePart(m_lens.layout(), m_place.page, m_lens.viewport());
}

PictureKey Magnifier::keyFor(const QRectF &region) const
{
    return {m_place.page, wantedDpi(m_lens.layout()), m_lens.layout().rotation(), region};
}

bool Magnifier::covers(const PictureKey &key) const
{
    const QRectF grown = key.region.adjusted(-0.01, -0.01, 0.01, 0.01); // points; it was whole pixels
    return key == keyFor(key.region) && grown.contains(wanted());
}

bool Magnifier::isSharp() const
{
    return isOn() && !m_sharp.image.isNull() && covers(m_sharp.key);
}

// What lies under the glass and as much again around it, so that a small move finds it drawn.
void Magnifier::request()
{
    if (wanted().isEmpty() || isSharp() || (m_asked && covers(*m_asked)))
        return;
    const PageLayout &layout = m_lens.layout();
    const QRect glass = m_lens.viewport();
    const QRect around = glass.adjusted(-glass.width() / 2, -glass.height() / 2, glass.width() / 2, glass.height() / 2)
        & layout.pageRect(m_place.page);
    const PictureKey key = keyFor(layout.transform(m_place.page).toPage(QRectF(around)));
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_asked = key;
    core::whenDone(
        m_pages.render({m_document, key.page, key.dpi, key.rotation, key.region, 0, m_layers}, m_stop.get_token()),
        this, [this, key, stop = m_stop](const core::Result<QImage> &image) {
            if (stop.stop_requested())
                return;
            m_asked.reset();
            if (!image || image->isNull())
                return; // the stretched one stays
            m_sharp = {key, *image};
            update();
        });
}

bool Magnifier::eventFilter(QObject *watched, QEvent *event)
{
    if (isOn() && event->type() == QEvent::MouseMove)
        moveTo(static_cast<QMouseEvent *>(event)->position());
    return QWidget::eventFilter(watched, event);
}

void Magnifier::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.save();
    QPainterPath glass;
    glass.addEllipse(QRectF(rect()).adjusted(1, 1, -1, -1));
    painter.setClipPath(glass);
    painter.fillRect(rect(), paperSurround(palette()));
    m_view.paintPages(painter, m_lens, [this](QPainter &inPixels) { paintSharp(inPixels); });
    painter.restore();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF line = QRectF(rect()).adjusted(rim / 2, rim / 2, -rim / 2, -rim / 2);
    painter.setPen(QPen(palette().color(QPalette::Highlight), rim)); // seen on paper and beside it
    painter.drawEllipse(line);
}

void Magnifier::paintSharp(QPainter &painter)
{
    const PictureKey &key = m_sharp.key;
    if (m_sharp.image.isNull() || key != keyFor(key.region))
        return;
    const QRectF place = m_lens.layout().transform(key.page).toTarget(key.region);
    const QRect target = place.translated(-QPointF(m_lens.viewport().topLeft())).toRect();
    const QSize off = m_sharp.image.size() - target.size();
    if (std::abs(off.width()) <= 1 && std::abs(off.height()) <= 1)
        painter.drawImage(target.topLeft(), m_sharp.image);
    else
        painter.drawImage(target, m_sharp.image);
}

} // namespace ui
