// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/view/linklayer.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace ui {

namespace {

constexpr QColor chipFill(0xff, 0xe0, 0x66); // on white paper whatever the window's colours are
constexpr QColor chipInk(0x22, 0x22, 0x22);
constexpr QColor chipEdge(0x8a, 0x6d, 0x00);

} // namespace

LinkLayer::LinkLayer(core::PageSource &pages, const ViewGeometry &geometry, QObject *parent)
    : QObject(parent)
    , m_store(pages)
    , m_geometry(geometry)
{
}

void LinkLayer::setDocument(core::DocumentHandle document)
{
    hideNumbers();
    m_hovered.reset();
    m_store.setDocument(document);
}

std::optional<core::PageLink> LinkLayer::at(const QPointF &position) const
{
    const auto place = m_geometry.at(position);
    if (!place)
        return {};
    const auto &links = m_store.links(place->page);
    // The last drawn lies on top.
    const auto found = std::find_if(links.rbegin(), links.rend(),
                                    [&place](const core::PageLink &link) { return link.area.contains(place->point); });
    return found == links.rend() ? std::nullopt : std::optional(*found);
}

void LinkLayer::setHovered(const std::optional<core::PageLink> &link)
{
    if (link != m_hovered) {
        m_hovered = link;
        emit changed();
    }
}

bool LinkLayer::showNumbers()
{
    m_numbered.clear();
    m_typed = 0;
    const PageRange range = m_geometry.visiblePages();
    const QRectF inSight(QPointF(), QSizeF(m_geometry.viewport().size()) / m_geometry.ratio());
    for (int page = range.first; page <= range.last; ++page) {
        for (const core::PageLink &link : m_store.links(page)) {
            if (inSight.intersects(m_geometry.toView(page, link.area)))
                m_numbered.push_back({page, link});
        }
    }
    emit changed();
    return showsNumbers();
}

void LinkLayer::hideNumbers()
{
    m_typed = 0;
    if (!showsNumbers())
        return;
    m_numbered.clear();
    emit changed();
}

bool LinkLayer::take(const QKeyEvent &event)
{
    if (!showsNumbers())
        return false;
    const int digit = event.key() - Qt::Key_0;
    if (digit >= 0 && digit <= 9) {
        const std::size_t typed = m_typed * 10 + static_cast<std::size_t>(digit);
        if (typed == 0 || typed > m_numbered.size())
            return true; // no such number
        m_typed = typed;
        if (typed * 10 > m_numbered.size()) // no other begins like this
            follow(typed);
        else
            emit changed();
        return true;
    }
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_typed > 0)
            follow(m_typed);
        return true;
    case Qt::Key_Backspace:
        m_typed /= 10;
        emit changed();
        return true;
    case Qt::Key_Escape:
        hideNumbers();
        return true;
    default:
        hideNumbers();
        return false;
    }
}

void LinkLayer::follow(std::size_t number)
{
    const core::PageLink link = m_numbered[number - 1].link;
    hideNumbers();
    emit followed(link);
}

void LinkLayer::paint(QPainter &painter, const QFont &font, const QColor &accent) const
{
    painter.save();
    if (m_hovered && !showsNumbers()) {
        const PageRange range = m_geometry.visiblePages();
        for (int page = range.first; page <= range.last; ++page) {
            const auto &links = m_store.links(page);
            if (std::find(links.begin(), links.end(), *m_hovered) == links.end())
                continue;
            const QRectF line = m_geometry.toView(page, m_hovered->area);
            painter.fillRect(QRectF(line.left(), line.bottom() - 1, line.width(), 2), accent);
        }
    }
    QFont bold(font);
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setRenderHint(QPainter::Antialiasing);
    const QString typed = m_typed > 0 ? QString::number(m_typed) : QString();
    for (std::size_t i = 0; i < m_numbered.size(); ++i) {
        const QString number = QString::number(i + 1);
        if (!number.startsWith(typed))
            continue;
        const QFontMetricsF metrics(bold);
        const QRectF place = m_geometry.toView(m_numbered[i].page, m_numbered[i].link.area);
        QRectF chip(QPointF(), QSizeF(metrics.horizontalAdvance(number) + 8, metrics.height() + 2));
        chip.moveTopRight({std::max(place.left() - 2, chip.width() + 1), place.center().y() - chip.height() / 2});
        painter.setPen(chipEdge);
        painter.setBrush(chipFill);
        painter.drawRoundedRect(chip, 3, 3);
        painter.setPen(chipInk);
        painter.drawText(chip, Qt::AlignCenter, number);
    }
    painter.restore();
}

} // namespace ui
