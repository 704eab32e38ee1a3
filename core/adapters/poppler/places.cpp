// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/poppler/places.h"

#include <poppler-link.h>
#include <poppler-qt6.h>

#include <algorithm>
#include <cmath>

namespace core {
namespace {

bool saysHowHigh(const Poppler::LinkDestination &destination)
{
    switch (destination.kind()) {
    case Poppler::LinkDestination::destXYZ:
    case Poppler::LinkDestination::destFitH:
    case Poppler::LinkDestination::destFitBH:
        return destination.isChangeTop();
    case Poppler::LinkDestination::destFitR:
        return true;
    default:
        return false;
    }
}

} // namespace

Destination Places::of(const Poppler::LinkDestination &destination)
{
    const int page = destination.pageNumber();
    const double height = page >= 1 && page <= m_document.numPages() ? heightOf(page) : 0;
    if (height <= 0)
        return {};
    const double top = saysHowHigh(destination) ? destination.top() * height : 0;
    return {page, std::isfinite(top) ? std::clamp(top, 0.0, height) : 0};
}

// Poppler measures in heights of the page before it is turned.
double Places::heightOf(int page)
{
    const auto known = m_heights.find(page);
    if (known != m_heights.end())
        return known->second;
    const auto found = m_document.page(page - 1);
    double height = 0;
    if (found) {
        const QSizeF size = found->pageSizeF();
        const bool lies =
            found->orientation() == Poppler::Page::Landscape || found->orientation() == Poppler::Page::Seascape;
        height = lies ? size.width() : size.height();
    }
    return m_heights[page] = std::isfinite(height) ? height : 0;
}

QString shortened(const QString &text, qsizetype longest)
{
    return text.size() <= longest ? text : text.left(longest - 1) + QChar(0x2026);
}

} // namespace core
