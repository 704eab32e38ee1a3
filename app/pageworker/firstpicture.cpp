// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pageworker/firstpicture.h"

#include "core/adapters/pageworker/frame.h"
#include "core/documents/pagegeometry.h"

#include <cmath>

namespace app {
namespace {

constexpr qint64 mostPixels = 16'000'000; // above that, the window asks for a part of the page

} // namespace

FirstPicture::FirstPicture(qint64 document, const core::FirstLook &look, const QSizeF &page)
{
    const double dpi = look.dpiOf(page);
    if (!(dpi > 0 && dpi < 10'000))
        return;
    core::RenderRequest request;
    request.dpi = dpi;
    const QRect area = core::pictureArea(page, request);
    if (area.isEmpty() || static_cast<qint64>(area.width()) * area.height() > mostPixels)
        return;
    m_call = {document, 1, dpi, 0, area, area.width() * 4, {}};
}

void FirstPicture::draw(core::PagedDocument &document, const core::StopCheck &stop)
{
    if (auto image = document.draw({m_call.page, m_call.dpi, m_call.rotation, m_call.area, {}, {}}, stop))
        m_image = *std::move(image);
}

bool FirstPicture::isAskedBy(const core::Frame &frame) const
{
    if (frame.type != core::MessageType::Render)
        return false;
    const auto call = core::unpack<core::RenderCall>(frame.body);
    return call && isAskedBy(*call);
}

bool FirstPicture::isAskedBy(const core::RenderCall &call) const
{
    constexpr double sameScale = 1e-9; // the window comes to it on another way
    return m_call.document != 0 && call.document == m_call.document && call.page == m_call.page
        && call.rotation == m_call.rotation && call.area == m_call.area && call.layers.isEmpty()
        && std::abs(call.dpi - m_call.dpi) <= sameScale * m_call.dpi;
}

} // namespace app
